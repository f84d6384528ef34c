package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Routes of the Gateway API: that their gateway has the listener that they name, and that it
/// serves their hosts. Not held against the engine's own decisions, since it does not serve these
/// routes.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#parentreference">Gateway API:
///   ParentReference</a>
final class KubernetesListeners implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("WR0214");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var kind : List.of(Kinds.GRPC_ROUTE, Kinds.HTTP_ROUTE)) {
            for (var route : mesh.all(kind)) {
                for (var reference : route.spec().items("parentRefs")) {
                    KubernetesRoutes.gateway(mesh, reference)
                            .ifPresent(gateway -> check(mesh, gateway, reference, found));
                }
            }
        }
    }

    private static void check(
            Mesh mesh, MeshObject gateway, Node reference, Consumer<Finding> found) {
        var listeners = gateway.spec().items("listeners");
        var section = reference.get("sectionName");
        if (!section.text().isEmpty()) {
            var names = listeners.stream().map(one -> one.text("name")).toList();
            if (!names.contains(section.text())) {
                var finding = missing(section, "listener " + section.text(), gateway, names);
                found.accept(Edits.nearest(section, names).map(finding::with).orElse(finding));
                return;
            }
            listeners =
                    listeners.stream()
                            .filter(one -> one.text("name").equals(section.text()))
                            .toList();
        }
        var port = reference.get("port");
        if (port.whole(0) > 0) {
            var ports = listeners.stream().map(one -> one.text("port")).distinct().toList();
            if (!ports.contains(port.text())) {
                found.accept(missing(port, "listener for port " + port.text(), gateway, ports));
                return;
            }
            listeners =
                    listeners.stream().filter(one -> one.text("port").equals(port.text())).toList();
        }
        // Whom the gateway does not let in is told by another check.
        if (KubernetesRoutes.takes(mesh, gateway, reference)) {
            hosts(gateway, listeners, reference.object(), found);
        }
    }

    private static Finding missing(
            Node place, String what, MeshObject gateway, List<String> accepted) {
        return Finding.of(
                "WR0214",
                place,
                "%s has no %s, so nobody follows this route there; it has %s."
                        .formatted(
                                gateway.label(),
                                what,
                                accepted.isEmpty() ? "none" : String.join(", ", accepted)));
    }

    private static void hosts(
            MeshObject gateway, List<Node> listeners, MeshObject route, Consumer<Finding> found) {
        var wanted = route.spec().texts("hostnames");
        var served = new LinkedHashSet<String>();
        listeners.forEach(one -> served.add(one.text("hostname")));
        if (wanted.isEmpty()
                || served.stream()
                        .anyMatch(one ->
                                one.isEmpty()
                                        || wanted.stream().anyMatch(other -> meet(one, other)))) {
            return;
        }
        found.accept(
                Finding.of(
                        "WR0214",
                        route.spec().get("hostnames"),
                        "%s serves %s here, none of %s, so nobody follows this route there."
                                .formatted(
                                        gateway.label(),
                                        served.isEmpty() ? "nothing" : String.join(", ", served),
                                        String.join(", ", wanted))));
    }

    private static boolean meet(String one, String other) {
        var first = new Hostname(one);
        var second = new Hostname(other);
        return first.covers(second) || second.covers(first);
    }
}
