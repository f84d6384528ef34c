package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Workloads that anybody may call, for want of an AuthorizationPolicy.
final class UncoveredWorkloads implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("KIA1301");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var selectors = new HashMap<String, List<Selector>>();
        for (var policy : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
            selectors
                    .computeIfAbsent(policy.namespace(), _ -> new ArrayList<>())
                    .addAll(selectors(mesh, policy));
        }
        for (var workload : mesh.workloads().all()) {
            boolean inMesh = workload.inMesh() || workload.isAmbient();
            if (inMesh
                    && !PartsOfIstio.include(workload.object())
                    && !covers(selectors, workload.object().namespace(), workload)
                    && !covers(selectors, mesh.rootNamespace(), workload)) {
                found.accept(
                        Finding.of(
                                "KIA1301",
                                workload.object().root().get("metadata", "name"),
                                "No AuthorizationPolicy is for this workload, so that whoever"
                                        + " reaches it may call it."));
            }
        }
    }

    private static boolean covers(
            Map<String, List<Selector>> selectors, String namespace, Workload workload) {
        return selectors.getOrDefault(namespace, List.of()).stream()
                .anyMatch(one -> one.matches(workload.labels()));
    }

    /// Its own, or those of the Services that it names.
    private static List<Selector> selectors(Mesh mesh, MeshObject policy) {
        var references = policy.spec().items("targetRefs");
        return references.isEmpty()
                ? List.of(Selector.of(policy.spec().words("selector", "matchLabels")))
                : references.stream()
                        .filter(one -> one.text("kind").equals("Service"))
                        .flatMap(one ->
                                mesh
                                        .find(Kinds.SERVICE, policy.namespace(), one.text("name"))
                                        .stream())
                        .map(one -> Selector.of(one.spec().words("selector")))
                        .filter(one -> !one.selectsAll())
                        .toList();
    }
}
