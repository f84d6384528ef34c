package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What controllers write into the status of objects: that they took them.
final class Conditions implements Check {
    private static final Set<String> OF_ROUTES = Set.of("Accepted", "Programmed", "ResolvedRefs");
    private static final Set<String> OF_WAYPOINTS = Set.of("istio.io/WaypointBound");
    private static final Map<String, Set<String>> BY_KIND =
            Map.of(
                    Kinds.SERVICE, OF_WAYPOINTS,
                    Kinds.SERVICE_ENTRY, OF_WAYPOINTS,
                    Kinds.WORKLOAD_ENTRY, OF_WAYPOINTS,
                    Kinds.AUTHORIZATION_POLICY, Set.of("ZtunnelAccepted", "WaypointAccepted"),
                    Kinds.KUBERNETES_GATEWAY, OF_ROUTES,
                    Kinds.HTTP_ROUTE, OF_ROUTES,
                    Kinds.GRPC_ROUTE, OF_ROUTES);

    @Override
    public Set<String> codes() {
        return Set.of("IST0171");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        BY_KIND.forEach((kind, types) ->
                mesh.all(kind).stream()
                        .flatMap(Conditions::of)
                        .filter(one -> types.contains(one.text("type")))
                        .filter(Conditions::isNegative)
                        .forEach(one -> found.accept(finding(one))));
    }

    /// Of the object, and of a route for each of its parents.
    private static Stream<Node> of(MeshObject object) {
        var status = object.root().get("status");
        return Stream.concat(List.of(status).stream(), status.items("parents").stream())
                .flatMap(one -> one.items("conditions").stream());
    }

    private static boolean isNegative(Node condition) {
        boolean partly =
                condition.text("type").equals("WaypointAccepted")
                        && condition.text("reason").equals("PartiallyInvalid");
        return partly || condition.text("status").equals("False");
    }

    private static Finding finding(Node condition) {
        var said = condition.text("message");
        return Finding.of(
                "IST0171",
                condition.get("status"),
                "The controller says %s for %s%s."
                        .formatted(
                                condition.text("reason").isEmpty()
                                        ? "no"
                                        : condition.text("reason"),
                                condition.text("type"),
                                said.isEmpty() ? "" : ": " + withoutStop(said)));
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
