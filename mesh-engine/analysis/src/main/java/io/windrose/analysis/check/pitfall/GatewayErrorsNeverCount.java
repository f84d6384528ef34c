package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.Set;
import java.util.function.Consumer;

/// Ejection by gateway errors that ejection by any error of the server always forestalls.
///
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection">Istio:
///   OutlierDetection</a>
final class GatewayErrorsNeverCount extends Pitfall implements ObjectCheck {
    private static final int USUAL_5XX = 5;

    GatewayErrorsNeverCount() {
        super("WR0205");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DESTINATION_RULE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        TrafficPolicies.of(rule).forEach(policy -> check(policy.get("outlierDetection"), found));
    }

    private void check(Node outlier, Consumer<Finding> found) {
        int gateway = outlier.get("consecutiveGatewayErrors").whole(0);
        int server = outlier.get("consecutive5xxErrors").whole(USUAL_5XX);
        if (gateway > 0 && server > 0 && gateway >= server) {
            var node = outlier.get("consecutiveGatewayErrors");
            var finding =
                    Finding.of(
                            code(),
                            node,
                            "This has no effect: 502, 503 and 504 are 5xx, too, and %d of those in a row eject before; write less than %d."
                                    .formatted(server, server));
            found.accept(
                    outlier.tree() instanceof Mapping mapping
                            ? finding.with(
                                    Fix.of(
                                            "Remove consecutiveGatewayErrors",
                                            outlier.object(),
                                            patch -> patch.remove(mapping, node.name())))
                            : finding);
        }
    }
}
