package io.windrose.analysis.check.extension;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Items;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Access logs: that somebody writes them.
///
/// @see <a href="https://istio.io/latest/docs/tasks/observability/telemetry/">Istio: Telemetry</a>
final class AccessLogProviders implements Check {
    /// The provider that every mesh has: the proxy's own output.
    private static final String ENVOY = "envoy";

    @Override
    public Set<String> codes() {
        return Set.of("IST0157");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var config = mesh.settings().config().root();
        if (!config.get("defaultProviders").items("accessLogging").isEmpty()) {
            return;
        }
        var providing = new HashSet<String>();
        for (var telemetry : mesh.all(Kinds.TELEMETRY)) {
            if (isWide(telemetry)
                    && entries(telemetry).stream().anyMatch(AccessLogProviders::has)) {
                providing.add(telemetry.namespace());
            }
        }
        for (var telemetry : mesh.all(Kinds.TELEMETRY)) {
            var namespace = telemetry.namespace();
            // istioctl does not know that an object inherits the providers of the wider ones
            boolean inherits =
                    (!namespace.equals(mesh.rootNamespace())
                                    && providing.contains(mesh.rootNamespace()))
                            || (!isWide(telemetry) && providing.contains(namespace));
            if (!inherits) {
                entries(telemetry).stream()
                        .filter(one -> !one.get("disabled").isTrue() && !has(one))
                        .forEach(one -> found.accept(finding(one)));
            }
        }
    }

    private static List<Node> entries(MeshObject telemetry) {
        return telemetry.spec().items("accessLogging");
    }

    private static boolean has(Node entry) {
        return !entry.items("providers").isEmpty();
    }

    private static boolean isWide(MeshObject telemetry) {
        return Targets.of(telemetry).isWide();
    }

    private static Finding finding(Node entry) {
        var finding =
                Finding.of(
                        "IST0157",
                        entry,
                        "Nothing is logged by this, because it names no provider and the mesh"
                                + " has no default one; name one, such as envoy.");
        return entry.tree() instanceof Mapping mapping && !entry.get("providers").exists()
                ? finding.with(
                        Fix.of(
                                "Name the provider envoy",
                                entry.object(),
                                patch -> patch.add(mapping, "providers", envoy())))
                : finding;
    }

    private static Items envoy() {
        return new Items(List.of(new Fields(new LinkedHashMap<>(Map.of("name", new Text(ENVOY))))));
    }
}
