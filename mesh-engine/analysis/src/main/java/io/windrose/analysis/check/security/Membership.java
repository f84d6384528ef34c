package io.windrose.analysis.check.security;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Labels;

/// Whether a proxy takes the traffic of a workload, as far as the objects tell.
final class Membership {
    private static final String MODE = "istio.io/dataplane-mode";
    private static final String NONE = "none";

    private Membership() {}

    /// False only where the objects say that there is none: a namespace of which there is no object
    /// may be labelled in the cluster.
    static boolean isPossible(Mesh mesh, Workload workload) {
        var namespace = mesh.find(Kinds.NAMESPACE, "", workload.object().namespace());
        return workload.inMesh()
                || workload.isAmbient()
                || namespace.isEmpty()
                || isAmbient(mesh, workload.object().namespace());
    }

    static boolean isAmbient(Mesh mesh, String namespace) {
        return mesh.find(Kinds.NAMESPACE, "", namespace)
                .map(MeshObject::labels)
                .flatMap(labels -> labels.get(MODE))
                .filter("ambient"::equals)
                .isPresent();
    }

    /// The waypoint that a namespace, a Service or a workload is enrolled with.
    static boolean hasWaypoint(Labels labels) {
        return labels.get("istio.io/use-waypoint")
                .filter(name -> !name.isEmpty() && !name.equals(NONE))
                .isPresent();
    }
}
