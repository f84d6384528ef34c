package io.windrose.analysis.check.workload;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What runs behind a Service, by its selector.
final class ServicePods {
    static final Set<String> READS = reads();

    private ServicePods() {}

    private static Set<String> reads() {
        var kinds = new HashSet<>(Workloads.OWNERS);
        kinds.addAll(List.of(Kinds.POD, Kinds.NAMESPACE, Kinds.SERVICE));
        return Set.copyOf(kinds);
    }

    /// Empty without a selector: its endpoints are written by hand.
    static List<Workload> of(Mesh mesh, MeshObject service) {
        var selector = Selector.of(service.spec().words("selector"));
        return selector.selectsAll()
                ? List.of()
                : mesh.workloads().matching(service.namespace(), selector);
    }

    static boolean inMesh(Mesh mesh, MeshObject service) {
        return of(mesh, service).stream().anyMatch(one -> one.inMesh() || one.isAmbient());
    }
}
