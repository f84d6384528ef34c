package io.windrose.analysis.check.security;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Workloads.Workload;

/// Whether a proxy takes the traffic of a workload, as far as the objects tell.
final class Membership {
    private Membership() {}

    /// False only where the objects say that there is none: a namespace of which there is no object
    /// may be labelled in the cluster.
    static boolean isPossible(Mesh mesh, Workload workload) {
        var namespace = workload.object().namespace();
        return workload.inMesh()
                || workload.isAmbient()
                || Ambient.isNamespace(mesh, namespace)
                || mesh.find(Kinds.NAMESPACE, "", namespace).isEmpty();
    }
}
