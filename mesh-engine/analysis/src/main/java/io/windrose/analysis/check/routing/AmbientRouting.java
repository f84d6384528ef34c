package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.registry.Service;
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
    public Question of(Mesh mesh) {
        var ambient = new Ambient(mesh);
        return (object, found) -> {
            if (object.kind().equals(Kinds.DESTINATION_RULE)) {
                rule(ambient, object.spec(), found);
            } else {
                route(ambient, object, found);
            }
        };
    }

    private static void rule(Ambient ambient, Node spec, Consumer<Finding> found) {
        boolean ofRequests =
                isOfRequests(spec.get("trafficPolicy"))
                        || spec.items("subsets").stream()
                                .anyMatch(one -> isOfRequests(one.get("trafficPolicy")));
        if (ofRequests) {
            check(ambient, RULE, spec.get("host"), found);
        }
    }

    private static void route(Ambient ambient, MeshObject route, Consumer<Finding> found) {
        var spec = route.spec();
        boolean ofRequests = !spec.items("http").isEmpty() || !spec.items("tls").isEmpty();
        if (ofRequests && Destinations.inMesh(route)) {
            spec.items("hosts").forEach(host -> check(ambient, ROUTE, host, found));
        }
    }

    private static boolean isOfRequests(Node policy) {
        var hash = policy.get("loadBalancer", "consistentHash");
        return hash.get("httpHeaderName").exists()
                || hash.get("httpCookie").exists()
                || policy.get("connectionPool", "http").exists()
                || policy.get("outlierDetection").exists();
    }

    private static void check(Ambient ambient, Codes codes, Node host, Consumer<Finding> found) {
        var object = host.object();
        var service = ambient.service(host.text(), object.namespace());
        if (service.isPresent()) {
            check(ambient, codes, host, service.get(), found);
        } else if (ambient.isIn(object.namespace()) && !ambient.hasWaypoint(object.namespace())) {
            found.accept(
                    Finding.of(
                            codes.own(),
                            host,
                            "Namespace %s is in ambient without a waypoint, so nothing follows this; set the label %s."
                                    .formatted(object.namespace(), Ambient.USE_WAYPOINT)));
        }
    }

    private static void check(
            Ambient ambient, Codes codes, Node host, Service service, Consumer<Finding> found) {
        MeshObject object = host.object();
        if (!ambient.hasWaypoint(service)) {
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
