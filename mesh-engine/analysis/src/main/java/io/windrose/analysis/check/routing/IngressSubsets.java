package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Routes of a gateway to a whole service, beside routes of the mesh to its subsets: a gateway does
/// not follow these.
final class IngressSubsets implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0140");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var split = new HashMap<Hostname, MeshObject>();
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            if (!Destinations.inMesh(rule)) {
                continue;
            }
            var own =
                    rule.spec().texts("hosts").stream().map(host -> complete(rule, host)).toList();
            for (var destination : destinations(rule)) {
                var host = complete(rule, destination.text("host"));
                if (!destination.text("subset").isEmpty() && own.contains(host)) {
                    split.putIfAbsent(host, rule);
                }
            }
        }
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            var gateways = rule.spec().texts("gateways");
            if (gateways.stream().anyMatch(one -> !one.equals(GatewayReferences.MESH))) {
                check(rule, split, found);
            }
        }
    }

    private static void check(
            MeshObject rule, Map<Hostname, MeshObject> split, Consumer<Finding> found) {
        for (var destination : destinations(rule)) {
            var other = split.get(complete(rule, destination.text("host")));
            if (other != null && !other.isSameAs(rule) && destination.text("subset").isEmpty()) {
                found.accept(
                        Finding.of(
                                "IST0140",
                                destination,
                                "%s chooses among subsets of %s for sidecars; what comes through a gateway goes to all of them."
                                        .formatted(other.label(), destination.text("host"))));
            }
        }
    }

    private static List<Node> destinations(MeshObject rule) {
        return rule.spec().items("http").stream()
                .flatMap(route -> route.items("route").stream())
                .map(one -> one.get("destination"))
                .filter(one -> !one.text("host").isEmpty())
                .toList();
    }

    private static Hostname complete(MeshObject rule, String host) {
        return Hosts.complete(host, rule.namespace());
    }
}
