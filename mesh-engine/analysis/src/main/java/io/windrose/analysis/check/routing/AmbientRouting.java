package io.windrose.analysis.check.routing;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.kernel.Labels;
import io.windrose.registry.Service;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Routes and policies for requests in ambient, which only waypoints follow.
final class AmbientRouting implements ObjectCheck {

    /// The codes for one kind of object.
    private record Codes(String own, String destination, String place) {}

    private static final Codes RULE = new Codes("KIA0210", "KIA0211", "KIA0212");
    private static final Codes ROUTE = new Codes("KIA1109", "KIA1113", "KIA1114");

    @Override
    public Set<String> codes() {
        return Set.of("KIA0210", "KIA0211", "KIA0212", "KIA1109", "KIA1113", "KIA1114");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DESTINATION_RULE, Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        if (object.kind().equals(Kinds.DESTINATION_RULE)) {
            rule(mesh, object.spec(), found);
        } else {
            route(mesh, object, found);
        }
    }

    private static void rule(Mesh mesh, Node spec, Consumer<Finding> found) {
        boolean ofRequests =
                isOfRequests(spec.get("trafficPolicy"))
                        || spec.items("subsets").stream()
                                .anyMatch(one -> isOfRequests(one.get("trafficPolicy")));
        if (ofRequests) {
            check(mesh, RULE, spec.get("host"), found);
        }
    }

    private static void route(Mesh mesh, MeshObject route, Consumer<Finding> found) {
        var spec = route.spec();
        boolean ofRequests = !spec.items("http").isEmpty() || !spec.items("tls").isEmpty();
        if (ofRequests && Destinations.inMesh(route)) {
            spec.items("hosts").forEach(host -> check(mesh, ROUTE, host, found));
        }
    }

    private static boolean isOfRequests(Node policy) {
        var hash = policy.get("loadBalancer", "consistentHash");
        return hash.get("httpHeaderName").exists()
                || hash.get("httpCookie").exists()
                || policy.get("connectionPool", "http").exists()
                || policy.get("outlierDetection").exists();
    }

    private static void check(Mesh mesh, Codes codes, Node host, Consumer<Finding> found) {
        var object = host.object();
        var service = service(mesh, host.text(), object.namespace());
        if (service.isPresent()) {
            check(mesh, codes, host, service.get(), found);
        } else if (Ambient.isNamespace(mesh, object.namespace())
                && !Ambient.hasWaypoint(mesh, Labels.NONE, object.namespace())) {
            found.accept(
                    Finding.of(
                            codes.own(),
                            host,
                            "Namespace %s is in ambient without a waypoint, so nothing follows this; set the label %s."
                                    .formatted(object.namespace(), Ambient.USE_WAYPOINT)));
        }
    }

    /// The service of ambient that a name stands for, as Kiali reads it.
    private static Optional<Service> service(Mesh mesh, String host, String namespace) {
        var full = Names.loose(mesh, host, namespace);
        return mesh.hosts()
                .find(full.value(), namespace)
                .filter(service -> Ambient.isNamespace(mesh, service.namespace()));
    }

    private static void check(
            Mesh mesh, Codes codes, Node host, Service service, Consumer<Finding> found) {
        MeshObject object = host.object();
        if (!Ambient.hasWaypoint(mesh, service.labels(), service.namespace())) {
            found.accept(
                    Finding.of(
                            codes.destination(),
                            host,
                            "%s is in ambient without a waypoint, so nothing follows this; set the label %s of the Service or of namespace %s."
                                    .formatted(
                                            service.host(),
                                            Ambient.USE_WAYPOINT,
                                            service.namespace())));
        }
        if (!service.namespace().equals(object.namespace())) {
            found.accept(
                    Finding.of(
                            codes.place(),
                            host,
                            "A waypoint follows what stands in the namespace of its service; %s is in namespace %s."
                                    .formatted(service.host(), service.namespace())));
        }
    }
}
