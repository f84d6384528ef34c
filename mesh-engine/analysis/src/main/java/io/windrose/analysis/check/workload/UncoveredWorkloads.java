package io.windrose.analysis.check.workload;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Workloads that anybody may call, for want of an AuthorizationPolicy.
final class UncoveredWorkloads implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("KIA1301");
    }

    @Override
    public Set<String> asks() {
        return Workloads.OF_WORKLOADS;
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        mesh.workloads()
                .of(object)
                .filter(one -> one.inMesh() || one.isAmbient())
                .filter(_ -> !PartsOfIstio.include(object))
                .filter(one -> !covers(mesh, object.namespace(), one.labels()))
                .filter(one -> !covers(mesh, mesh.rootNamespace(), one.labels()))
                .ifPresent(_ ->
                        found.accept(
                                Finding.of(
                                        "KIA1301",
                                        object.root().get("metadata", "name"),
                                        "No AuthorizationPolicy is for this workload, so that"
                                                + " whoever reaches it may call it.")));
    }

    /// Whether some policy of a namespace is for all that is there, or for a label of these and
    /// whatever else it selects.
    private static boolean covers(Mesh mesh, String namespace, Labels labels) {
        return !mesh.get(new SelectedFirst(namespace, "", "")).isEmpty()
                || labels.byKey().entrySet().stream()
                        .flatMap(one ->
                                mesh
                                        .get(
                                                new SelectedFirst(
                                                        namespace, one.getKey(), one.getValue()))
                                        .stream())
                        .anyMatch(one -> one.matches(labels));
    }

    /// The selectors of policies that begin with a label; without one those that select all.
    private record SelectedFirst(String namespace, String key, String value)
            implements Fact<Set<Selector>> {
        @Override
        public Set<Selector> of(Mesh mesh) {
            return mesh.get(new Selectors()).getOrDefault(this, Set.of());
        }
    }

    private record Selectors() implements Fact<Map<SelectedFirst, Set<Selector>>> {
        @Override
        public Map<SelectedFirst, Set<Selector>> of(Mesh mesh) {
            var all = new HashMap<SelectedFirst, Set<Selector>>();
            for (var policy : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
                for (var selector : selectors(mesh, policy)) {
                    var first = selector.matchLabels().firstEntry();
                    var key =
                            first == null
                                    ? new SelectedFirst(policy.namespace(), "", "")
                                    : new SelectedFirst(
                                            policy.namespace(), first.getKey(), first.getValue());
                    all.computeIfAbsent(key, _ -> new HashSet<>()).add(selector);
                }
            }
            return all;
        }
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
