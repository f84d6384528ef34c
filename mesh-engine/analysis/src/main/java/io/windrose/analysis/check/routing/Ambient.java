package io.windrose.analysis.check.routing;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.registry.Service;
import java.util.Optional;

/// Which namespaces and services are in ambient, and which of them have a waypoint: without one
/// nothing reads requests.
final class Ambient {
    static final String USE_WAYPOINT = "istio.io/use-waypoint";

    private static final String MODE = "istio.io/dataplane-mode";
    private static final String NONE = "none";

    private final Mesh mesh;

    Ambient(Mesh mesh) {
        this.mesh = mesh;
    }

    boolean isIn(String namespace) {
        return label(namespace, MODE).filter("ambient"::equals).isPresent();
    }

    boolean hasWaypoint(String namespace) {
        return label(namespace, USE_WAYPOINT).filter(name -> !name.equals(NONE)).isPresent();
    }

    /// The label of the service wins over that of its namespace.
    boolean hasWaypoint(Service service) {
        return service.labels()
                .get(USE_WAYPOINT)
                .map(name -> !name.equals(NONE))
                .orElseGet(() -> hasWaypoint(service.namespace()));
    }

    /// The service of ambient that a name stands for, as Kiali reads it.
    Optional<Service> service(String host, String namespace) {
        var full = Names.loose(mesh, host, namespace);
        return mesh.hosts()
                .find(full.value(), namespace)
                .filter(service -> isIn(service.namespace()));
    }

    private Optional<String> label(String namespace, String key) {
        return mesh.find(Kinds.NAMESPACE, "", namespace).flatMap(one -> one.labels().get(key));
    }
}
