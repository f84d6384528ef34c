package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Policies of a port or a subset in whose place people expect the wider one to go on: the four
/// main blocks are replaced as a whole, never merged.
///
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy">Istio:
///   TrafficPolicy</a>
final class ReplacedPolicy extends Pitfall implements ObjectCheck {
    private static final List<String> BLOCKS =
            List.of("connectionPool", "outlierDetection", "loadBalancer", "tls");

    ReplacedPolicy() {
        super("WR0207");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DESTINATION_RULE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        var service = rule.spec().get("trafficPolicy");
        ports(service, service, "the service", found);
        for (var subset : rule.spec().items("subsets")) {
            var own = subset.get("trafficPolicy");
            pool(service, own, found);
            ports(service, own, "the service and the subset", found);
        }
    }

    /// A pool of the subset that leaves out what the service's says.
    private void pool(Node service, Node own, Consumer<Finding> found) {
        var wider = service.get("connectionPool");
        var narrower = own.get("connectionPool");
        if (!wider.exists() || !narrower.exists()) {
            return;
        }
        var lost =
                List.of("tcp", "http").stream()
                        .flatMap(part ->
                                wider.get(part).members().stream()
                                        .filter(one -> !narrower.get(part).get(one.name()).exists())
                                        .map(one -> part + "." + one.name()))
                        .toList();
        if (!lost.isEmpty()) {
            found.accept(
                    Finding.of(
                            code(),
                            narrower,
                            "For this subset the connectionPool of the service does not hold: %s from there is lost; repeat it here."
                                    .formatted(String.join(", ", lost))));
        }
    }

    private void ports(Node service, Node policy, String whose, Consumer<Finding> found) {
        for (var port : policy.items("portLevelSettings")) {
            var lost =
                    BLOCKS.stream()
                            .filter(block ->
                                    policy.get(block).exists() || service.get(block).exists())
                            .filter(block -> !port.get(block).exists())
                            .toList();
            if (!lost.isEmpty()) {
                found.accept(
                        Finding.of(
                                code(),
                                port,
                                "For this port nothing of %s holds beside what stands here: %s is lost; repeat it here."
                                        .formatted(whose, String.join(", ", lost))));
            }
        }
    }
}
