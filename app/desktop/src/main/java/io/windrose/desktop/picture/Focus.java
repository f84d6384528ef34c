package io.windrose.desktop.picture;

import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Which node of the graph is selected, as people write it.
///
/// @param version empty where none was named
record Focus(String kind, String namespace, String name, String version) {
    private static final Pattern FORM =
            Pattern.compile("(app|service|workload)/([^/]+)/([^/]+)(?:/([^/]+))?");

    /// Reads `KIND/NS/NAME[/VERSION]`.
    static final class Converter implements ITypeConverter<Focus> {
        @Override
        public Focus convert(String text) {
            var match = FORM.matcher(text);
            if (!match.matches()) {
                throw new TypeConversionException(
                        "'"
                                + text
                                + "' is not KIND/NS/NAME[/VERSION] with app, service or workload");
            }
            var version = Optional.ofNullable(match.group(4)).orElse("");
            return new Focus(match.group(1), match.group(2), match.group(3), version);
        }
    }

    /// The first node that fits. Where the graph shows applications in place of workloads, the
    /// version that a workload is named after is found: `reviews-v3` as `reviews`, `v3`.
    Optional<Node> in(TopologySnapshot graph) {
        return graph.nodes().keySet().stream()
                .filter(node -> node.namespace().equals(namespace) && fits(node))
                .findFirst();
    }

    private boolean fits(Node node) {
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
