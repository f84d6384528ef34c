package io.windrose.analysis.check.routing;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.kernel.Hostname;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Routes of a gateway to a whole service, beside routes of the mesh to its subsets: a gateway does
/// not follow these.
final class IngressSubsets implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0140");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        var gateways = rule.spec().texts("gateways");
        if (gateways.stream().anyMatch(one -> !one.equals(GatewayReferences.MESH))) {
            check(mesh, rule, found);
        }
    }

    /// The first rule of the mesh that chooses among subsets of a host.
    private record SplitBy(Hostname host) implements Fact<Optional<MeshObject>> {
        @Override
        public Optional<MeshObject> of(Mesh mesh) {
            return Optional.ofNullable(mesh.get(new Split()).get(host));
        }
    }

    private record Split() implements Fact<Map<Hostname, MeshObject>> {
        @Override
        public Map<Hostname, MeshObject> of(Mesh mesh) {
            var split = new HashMap<Hostname, MeshObject>();
            mesh.all(Kinds.VIRTUAL_SERVICE).stream()
                    .filter(Destinations::inMesh)
                    .forEach(rule ->
                            mesh.get(new SplitIn(rule))
                                    .forEach(host -> split.putIfAbsent(host, rule)));
            return split;
        }
    }

    private record SplitIn(MeshObject rule) implements Fact<List<Hostname>> {
        @Override
        public List<Hostname> of(Mesh mesh) {
            var own =
                    rule.spec().texts("hosts").stream().map(host -> complete(rule, host)).toList();
            return destinations(rule).stream()
                    .filter(one -> !one.text("subset").isEmpty())
                    .map(one -> complete(rule, one.text("host")))
                    .filter(own::contains)
                    .distinct()
                    .toList();
        }
    }

    private static void check(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        for (var destination : destinations(rule)) {
            var other =
                    mesh.get(new SplitBy(complete(rule, destination.text("host"))))
                            .filter(one -> !one.isSameAs(rule));
            if (other.isPresent() && destination.text("subset").isEmpty()) {
                found.accept(
                        Finding.of(
                                "IST0140",
                                destination,
                                "%s chooses among subsets of %s for sidecars; what comes through a gateway goes to all of them."
                                        .formatted(other.get().label(), destination.text("host"))));
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
