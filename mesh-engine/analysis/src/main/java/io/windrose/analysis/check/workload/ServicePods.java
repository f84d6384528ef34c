package io.windrose.analysis.check.workload;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Selector;
import java.util.List;

/// What runs behind a Service, by its selector.
final class ServicePods {
    private ServicePods() {}

    /// Empty without a selector: its endpoints are written by hand.
    static List<Workload> of(Mesh mesh, MeshObject service) {
        var selector = Selector.of(service.spec().words("selector"));
        return selector.selectsAll()
                ? List.of()
                : mesh.workloads().matching(service.namespace(), selector);
    }

    /// The objects alone of [#of].
    static List<MeshObject> objects(Mesh mesh, MeshObject service) {
        var selector = Selector.of(service.spec().words("selector"));
        return selector.selectsAll()
                ? List.of()
                : mesh.workloads().objects(service.namespace(), selector);
    }

    static boolean inMesh(Mesh mesh, MeshObject service) {
        return of(mesh, service).stream().anyMatch(one -> one.inMesh() || one.isAmbient());
    }
}
