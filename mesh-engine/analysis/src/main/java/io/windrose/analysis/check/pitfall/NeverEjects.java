package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.Set;
import java.util.function.Consumer;

/// Outlier detection that may eject less than one endpoint.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier">Envoy:
///   max_ejection_percent</a>
final class NeverEjects extends Pitfall implements ObjectCheck {
    private static final int USUAL_PERCENT = 10;
    private static final int ALL = 100;

    NeverEjects() {
        super("WR0206");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DESTINATION_RULE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        var outlier = rule.spec().get("trafficPolicy", "outlierDetection");
        if (outlier.exists()) {
            mesh.hosts()
                    .find(rule.spec().text("host"), rule.namespace())
                    .map(service ->
                            mesh.hosts().endpoints(service).stream()
                                    .map(one -> one.address())
                                    .distinct()
                                    .count())
                    .ifPresent(endpoints -> check(outlier, endpoints, found));
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
