package io.windrose.analysis;

import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Labels;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Who takes part in a mesh without sidecars, and by which waypoint.
///
/// @see <a href="https://istio.io/latest/docs/ambient/usage/add-workloads/">Istio: add
///   workloads</a>
/// @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Istio: waypoints</a>
public final class Ambient {
    public static final String USE_WAYPOINT = "istio.io/use-waypoint";
    private static final String WAYPOINT_NAMESPACE = "istio.io/use-waypoint-namespace";
    private static final String MODE = "istio.io/dataplane-mode";
    private static final String NONE = "none";
    private static final String CLASS = "istio-waypoint";

    private Ambient() {}

    /// Whether labels of a namespace or workload say anything about it.
    public static boolean isAbout(Labels labels) {
        return labels.get(MODE).isPresent() || labels.get(USE_WAYPOINT).isPresent();
    }

    /// Whether labels of a namespace do.
    public static boolean isAbout(Mesh mesh, String namespace) {
        return isAbout(ofNamespace(mesh, namespace));
    }

    /// Whether a namespace is labelled so.
    public static boolean isNamespace(Mesh mesh, String namespace) {
        return ofNamespace(mesh, namespace).get(MODE).filter("ambient"::equals).isPresent();
    }

    /// Whether a workload is to take part, by its own label or by that of its namespace.
    public static boolean asks(Mesh mesh, Workload workload) {
        return workload.labels()
                .get(MODE)
                .map("ambient"::equals)
                .orElseGet(() -> isNamespace(mesh, workload.object().namespace()));
    }

    /// `namespace/name` of the waypoint that labels name, those of the object first; empty where
    /// none is to be used. Whether it is there is another question.
    ///
    /// @param own labels of a Service, ServiceEntry or workload of the namespace
    public static Optional<String> waypoint(Mesh mesh, Labels own, String namespace) {
        var labels = own.get(USE_WAYPOINT).isPresent() ? own : ofNamespace(mesh, namespace);
        return labels.get(USE_WAYPOINT)
                .filter(name -> !name.isEmpty() && !name.equals(NONE))
                .map(name -> labels.get(WAYPOINT_NAMESPACE).orElse(namespace) + "/" + name);
    }

    /// Whether [#waypoint] has an answer.
    public static boolean hasWaypoint(Mesh mesh, Labels own, String namespace) {
        return waypoint(mesh, own, namespace).isPresent();
    }

    /// Whether a Gateway of Kubernetes is one.
    public static boolean isWaypoint(MeshObject gateway) {
        return gateway.spec().text("gatewayClassName").equals(CLASS);
    }

    private static Labels ofNamespace(Mesh mesh, String namespace) {
        return mesh.get(new OfNamespace(namespace));
    }

    /// The labels of a namespace that are about it.
    private record OfNamespace(String namespace) implements Fact<Labels> {
        private static final List<String> KEYS = List.of(MODE, USE_WAYPOINT, WAYPOINT_NAMESPACE);

        @Override
        public Labels of(Mesh mesh) {
            var labels = new TreeMap<String, String>();
            mesh.find(Kinds.NAMESPACE, "", namespace)
                    .ifPresent(one -> labels.putAll(one.labels().byKey()));
            labels.keySet().retainAll(KEYS);
            return Labels.of(labels);
        }
    }
}
