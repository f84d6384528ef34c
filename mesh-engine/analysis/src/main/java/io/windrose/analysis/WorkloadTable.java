package io.windrose.analysis;

import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All workloads of a mesh. Those that are as in the mesh before are the same.
final class WorkloadTable {
    static final WorkloadTable NONE = new WorkloadTable();

    private final List<Workload> all = new ArrayList<>();
    private final Map<MeshObject, Workload> byObject = new HashMap<>();
    private final Map<String, List<Workload>> byNamespace = new HashMap<>();
    private final Map<Labelled, List<Workload>> byLabel = new HashMap<>();

    /// @param namespace empty for all
    private record Labelled(String namespace, String key, String value) {}

    private WorkloadTable() {}

    static WorkloadTable of(Mesh mesh, WorkloadTable before) {
        var table = new WorkloadTable();
        for (var pod : mesh.all(Kinds.POD)) {
            table.add(before.next(mesh, pod));
        }
        for (var kind : Workloads.OWNERS.stream().sorted().toList()) {
            for (var owner : mesh.all(kind)) {
                table.add(before.next(mesh, owner));
            }
        }
        return table;
    }

    private Workload next(Mesh mesh, MeshObject object) {
        var template = Workloads.template(object);
        boolean asks = Injection.isAsked(mesh, object.namespace(), template);
        return of(object)
                .filter(workload -> workload.asksForSidecar() == asks)
                .orElseGet(() ->
                        new Workload(
                                object,
                                template,
                                Labels.of(template.words("metadata", "labels")),
                                Injection.isDone(template),
                                asks));
    }

    private void add(Workload workload) {
        all.add(workload);
        byObject.put(workload.object(), workload);
        var own = workload.object().namespace();
        byNamespace.computeIfAbsent(own, _ -> new ArrayList<>()).add(workload);
        for (var label : workload.labels().byKey().entrySet()) {
            for (var namespace : List.of("", own)) {
                var labelled = new Labelled(namespace, label.getKey(), label.getValue());
                byLabel.computeIfAbsent(labelled, _ -> new ArrayList<>()).add(workload);
            }
        }
    }

    /// Pods first, then by kind, namespace and name.
    List<Workload> all() {
        return all;
    }

    Optional<Workload> of(MeshObject object) {
        return Optional.ofNullable(byObject.get(object));
    }

    /// @param namespace empty for all
    List<Workload> matching(String namespace, Selector selector) {
        if (selector.selectsAll()) {
            return namespace.isEmpty() ? all : byNamespace.getOrDefault(namespace, List.of());
        }
        var first = selector.matchLabels().firstEntry();
        var labelled = new Labelled(namespace, first.getKey(), first.getValue());
        return byLabel.getOrDefault(labelled, List.of()).stream()
                .filter(one -> selector.matches(one.labels()))
                .toList();
    }
}
