package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Ports of the backends of routes of the Gateway API: that the Service has them. Not held against
/// the engine's own decisions, since it does not serve these routes.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference">Gateway
///   API: BackendObjectReference</a>
final class BackendPorts implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("WR0215");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var kind : List.of(Kinds.GRPC_ROUTE, Kinds.HTTP_ROUTE)) {
            for (var route : mesh.all(kind)) {
                for (var backend : KubernetesRoutes.backends(route)) {
                    KubernetesRoutes.service(mesh, backend)
                            .flatMap(service -> finding(service, backend.get("port")))
                            .ifPresent(found);
                }
            }
        }
    }

    private static Optional<Finding> finding(MeshObject service, Node port) {
        int number = port.whole(0);
        var ports = service.spec().items("ports");
        var numbers = ports.stream().map(one -> one.get("port").whole(0)).toList();
        if (number <= 0 || numbers.contains(number)) {
            return Optional.empty();
        }
        var meant =
                ports.stream().filter(one -> one.get("targetPort").whole(0) == number).findFirst();
        var finding =
                Finding.of(
                        "WR0215",
                        port,
                        "%s has no port %d%s, so this answers with 500; it has %s."
                                .formatted(
                                        service.label(),
                                        number,
                                        meant.isPresent() ? ", which is its target port" : "",
                                        numbers.isEmpty()
                                                ? "none"
                                                : String.join(
                                                        ", ",
                                                        numbers.stream()
                                                                .map(String::valueOf)
                                                                .toList())));
        return Optional.of(
                meant.map(one -> one.get("port").whole(0))
                        .or(() -> numbers.stream().filter(_ -> numbers.size() == 1).findFirst())
                        .map(to -> finding.with(Edits.change(port, to)))
                        .orElse(finding));
    }
}
