package io.windrose.desktop.picture;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.NamespacedName;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Which node of the graph is selected, or which object is opened, as people write it.
///
/// @param kind `app`, `service` or `workload` of a node; of an object its kind: `VirtualService`
/// @param version empty where none was named
record Focus(String kind, String namespace, String name, String version) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z]+)/([^/]+)/([^/]+)(?:/([^/]+))?");

    /// Reads `KIND/NS/NAME[/VERSION]`.
    static final class Converter implements ITypeConverter<Focus> {
        @Override
        public Focus convert(String text) {
            var match = FORM.matcher(text);
            if (!match.matches()) {
                throw new TypeConversionException(
                        "'"
                                + text
                                + "' is not KIND/NS/NAME[/VERSION]: app, service or workload, and"
                                + " for config the kind of an object");
            }
            var version = Optional.ofNullable(match.group(4)).orElse("");
            return new Focus(match.group(1), match.group(2), match.group(3), version);
        }
    }

    /// The first node that fits. Where the graph shows applications in place of workloads, the
    /// version that a workload is named after is found: `reviews-v3` as `reviews`, `v3`.
    Optional<Node> in(TopologySnapshot graph) {
        return graph.nodes().keySet().stream().filter(this::fits).findFirst();
    }

    /// The object of the configuration with that kind and name.
    Optional<ResourceId> in(ConfigSnapshot config) {
        return config.resources().keySet().stream()
                .filter(id -> id.kind().kindName().equalsIgnoreCase(kind))
                .filter(id -> id.name().equals(new NamespacedName(namespace, name)))
                .findFirst();
    }

    boolean fits(Node node) {
        return node.namespace().equals(namespace) && isNamed(node);
    }

    private boolean isNamed(Node node) {
        return switch (node) {
            case Node.App app ->
                    switch (kind) {
                        case "app" ->
                                app.app().equals(name)
                                        && (version.isEmpty() || app.version().equals(version));
                        case "workload" -> name.equals(app.app() + "-" + app.version());
                        default -> false;
                    };
            case Node.Workload workload ->
                    kind.equals("workload") && workload.workload().equals(name);
            case Node.Service service -> kind.equals("service") && service.service().equals(name);
            case Node.Unknown _ -> false;
        };
    }
}
