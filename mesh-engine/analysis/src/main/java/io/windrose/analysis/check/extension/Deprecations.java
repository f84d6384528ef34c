package io.windrose.analysis.check.extension;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Whole;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What still works, or is still there, and will not be.
final class Deprecations implements ObjectCheck {
    private static final Set<String> RBAC =
            Set.of("ClusterRbacConfig", "RbacConfig", "ServiceRole", "ServiceRoleBinding");

    @Override
    public Set<String> codes() {
        return Set.of("IST0002");
    }

    @Override
    public Set<String> asks() {
        return Set.of(
                Kinds.VIRTUAL_SERVICE,
                Kinds.SIDECAR,
                Kinds.CUSTOM_RESOURCE_DEFINITION,
                Kinds.TELEMETRY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        switch (object.kind()) {
            case Kinds.VIRTUAL_SERVICE -> delays(object, found);
            case Kinds.SIDECAR -> egressProxy(object, found);
            case Kinds.TELEMETRY -> lightstep(mesh, object, found);
            default -> definition(object, found);
        }
    }

    private static void delays(MeshObject rule, Consumer<Finding> found) {
        rule.spec().items("http").stream()
                .map(route -> route.get("fault", "delay"))
                .filter(delay -> delay.get("percent").whole(0) > 0)
                .forEach(delay -> found.accept(percent(delay)));
    }

    private static void egressProxy(MeshObject sidecar, Consumer<Finding> found) {
        var proxy = sidecar.spec().get("outboundTrafficPolicy", "egressProxy");
        if (proxy.exists()) {
            found.accept(
                    deprecated(
                            proxy,
                            "egressProxy is deprecated; lead traffic to an egress gateway"
                                    + " by a VirtualService."));
        }
    }

    private static void definition(MeshObject definition, Consumer<Finding> found) {
        var kind = definition.spec().get("names", "kind");
        if (definition.spec().text("group").equals("rbac.istio.io") && RBAC.contains(kind.text())) {
            found.accept(
                    deprecated(
                            kind,
                            ("Nothing reads objects of kind %s any more; write"
                                            + " AuthorizationPolicies and remove the definition.")
                                    .formatted(kind.text())));
        }
    }

    private static Finding percent(Node delay) {
        var percent = delay.get("percent");
        var finding =
                deprecated(
                        percent,
                        "percent is deprecated; write percentage: {value: %s}."
                                .formatted(percent.text()));
        return delay.tree() instanceof Mapping mapping && mapping.entry("percentage").isEmpty()
                ? finding.with(
                        Fix.of(
                                "Change to percentage",
                                delay.object(),
                                patch -> {
                                    patch.rename(mapping, "percent", "percentage");
                                    patch.replace(percent.tree(), value(percent.whole(0)));
                                }))
                : finding;
    }

    private static Fields value(int percent) {
        return new Fields(new LinkedHashMap<>(Map.of("value", new Whole(percent))));
    }

    private static void lightstep(Mesh mesh, MeshObject telemetry, Consumer<Finding> found) {
        var names =
                mesh.settings().config().root().items("extensionProviders").stream()
                        .filter(one -> one.get("lightstep").exists())
                        .map(one -> one.text("name"))
                        .collect(Collectors.toSet());
        telemetry.spec().items("tracing").stream()
                .flatMap(one -> one.items("providers").stream())
                .map(one -> one.get("name"))
                .filter(name -> names.contains(name.text()))
                .forEach(name ->
                        found.accept(
                                deprecated(
                                        name,
                                        ("Provider %s is of the kind lightstep,"
                                                        + " which is deprecated; define it as"
                                                        + " opentelemetry.")
                                                .formatted(name.text()))));
    }

    private static Finding deprecated(Node at, String message) {
        return Finding.of("IST0002", at, message);
    }
}
