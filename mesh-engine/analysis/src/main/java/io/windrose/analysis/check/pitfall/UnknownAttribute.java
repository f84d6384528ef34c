package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A tag whose value is one word that is no attribute: the word itself was meant.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/advanced/attributes">Envoy:
///   attributes</a>
final class UnknownAttribute extends Pitfall {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "cluster_metadata",
                    "cluster_name",
                    "connection",
                    "connection_id",
                    "destination",
                    "downstream_peer",
                    "false",
                    "filter_state",
                    "listener_direction",
                    "listener_metadata",
                    "metadata",
                    "node",
                    "null",
                    "plugin_name",
                    "plugin_root_id",
                    "plugin_vm_id",
                    "request",
                    "response",
                    "route_metadata",
                    "route_name",
                    "source",
                    "true",
                    "upstream",
                    "upstream_filter_state",
                    "upstream_host_metadata",
                    "upstream_peer",
                    "xds");

    UnknownAttribute() {
        super("WR0303", Kinds.TELEMETRY);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var telemetry : mesh.all(Kinds.TELEMETRY)) {
            telemetry.spec().items("metrics").stream()
                    .flatMap(metrics -> metrics.items("overrides").stream())
                    .flatMap(override -> override.get("tagOverrides").members().stream())
                    .map(tag -> tag.get("value"))
                    .filter(value -> WORD.matcher(value.text()).matches())
                    .filter(value -> !ATTRIBUTES.contains(value.text()))
                    .forEach(value -> found.accept(finding(value)));
        }
    }

    private Finding finding(Node value) {
        var text = value.text();
        return Finding.of(
                        code(),
                        value,
                        "A value is an expression, and `%s` is no attribute: proxies write `unknown`. For the word itself write '\"%s\"'."
                                .formatted(text, text))
                .with(
                        Fix.of(
                                "Write the word itself",
                                value.object(),
                                patch ->
                                        patch.set(
                                                value.tree(), new Value.Text("\"" + text + "\""))));
    }
}
