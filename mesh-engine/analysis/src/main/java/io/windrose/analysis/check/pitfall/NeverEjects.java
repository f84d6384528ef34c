package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.function.Consumer;

/// Outlier detection that may eject less than one endpoint.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier">Envoy:
///   max_ejection_percent</a>
final class NeverEjects extends Pitfall {
    private static final int USUAL_PERCENT = 10;
    private static final int ALL = 100;

    NeverEjects() {
        super(
                "WR0206",
                Kinds.DESTINATION_RULE,
                Kinds.SERVICE,
                Kinds.SERVICE_ENTRY,
                Kinds.WORKLOAD_ENTRY,
                Kinds.POD,
                "Endpoints",
                "discovery.k8s.io/EndpointSlice");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var rule : mesh.all(Kinds.DESTINATION_RULE)) {
            var outlier = rule.spec().get("trafficPolicy", "outlierDetection");
            if (outlier.exists()) {
                mesh.hosts()
                        .find(rule.spec().text("host"), rule.namespace())
                        .map(service ->
                                mesh.services().endpoints(service).stream()
                                        .map(one -> one.address())
                                        .distinct()
                                        .count())
                        .ifPresent(endpoints -> check(outlier, endpoints, found));
            }
        }
    }

    private void check(Node outlier, long endpoints, Consumer<Finding> found) {
        int written = outlier.get("maxEjectionPercent").whole(0);
        int percent = written == 0 ? USUAL_PERCENT : written;
        if (endpoints == 0 || endpoints * percent >= ALL) {
            return;
        }
        long needed = (ALL + endpoints - 1) / endpoints;
        var node = written == 0 ? outlier : outlier.get("maxEjectionPercent");
        found.accept(
                Finding.of(
                                code(),
                                node,
                                "%d %% of %d endpoints is less than one, so that none is ever ejected; set maxEjectionPercent to %d or more."
                                        .formatted(percent, endpoints, needed))
                        .with(
                                Fix.of(
                                        "Set maxEjectionPercent to " + needed,
                                        outlier.object(),
                                        patch -> {
                                            if (written > 0) {
                                                patch.set(node.tree(), new Value.Whole(needed));
                                            } else if (outlier.tree() instanceof Mapping mapping) {
                                                patch.add(
                                                        mapping,
                                                        "maxEjectionPercent",
                                                        new Value.Whole(needed));
                                            }
                                        })));
    }
}
