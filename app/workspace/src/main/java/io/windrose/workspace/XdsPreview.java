package io.windrose.workspace;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshSnapshot;
import io.windrose.translate.Translator;
import io.windrose.translate.XdsDump;
import io.windrose.translate.XdsType;
import io.windrose.translate.scope.ProxyScope;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the control plane would send to a proxy, by the classes that send it.
public final class XdsPreview {
    private XdsPreview() {}

    /// @return JSON, one array for each type
    public static Result<String> json(MeshSnapshot mesh, NodeRequest node, Set<XdsType> types) {
        return node.read()
                .map(proxy ->
                        XdsDump.json(Translator.resources(ProxyScope.of(mesh, proxy)), types));
    }

    /// @param text a short name such as `cds`, or `all`
    public static Result<Set<XdsType>> types(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        if (wanted.equals("all")) {
            return Result.ok(EnumSet.allOf(XdsType.class));
        }
        Set<XdsType> found =
                Stream.of(XdsType.values())
                        .filter(type -> type.shortName().equals(wanted))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(XdsType.class)));
        return found.isEmpty()
                ? Result.err(
                        Problem.error(
                                "MESH1704",
                                Place.NOWHERE,
                                "--type "
                                        + text
                                        + " is not known; expected all or one of "
                                        + Stream.of(XdsType.values())
                                                .map(XdsType::shortName)
                                                .collect(Collectors.joining(", "))))
                : Result.ok(found);
    }
}
