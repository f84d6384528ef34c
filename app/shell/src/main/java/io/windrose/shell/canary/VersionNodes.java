package io.windrose.shell.canary;

import io.windrose.kernel.Labels;
import io.windrose.registry.Endpoint;
import io.windrose.registry.MeshSnapshot;
import io.windrose.registry.Workload;
import io.windrose.session.ShiftableRoute;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which nodes of a graph carry the requests of which subset.
///
/// A subset selects workloads by labels; what they are called in metrics is known of the workloads.
final class VersionNodes {
    private record App(String app, String version) {}

    private final Map<App, Set<String>> byApp = new HashMap<>();
    private final Map<String, Set<String>> byWorkload = new HashMap<>();

    private VersionNodes() {}

    static VersionNodes of(ShiftableRoute route, MeshSnapshot mesh) {
        var nodes = new VersionNodes();
        var behind = workloads(route, mesh);
        route.labels()
                .forEach((subset, labels) -> {
                    if (!subset.isEmpty()) {
                        behind.stream()
                                .filter(one -> carries(one, labels))
                                .forEach(one -> nodes.add(subset, one));
                    }
                });
        return nodes;
    }

    /// Those that answer for the service.
    private static Set<Workload> workloads(ShiftableRoute route, MeshSnapshot mesh) {
        return mesh.services().all().stream()
                .filter(one -> one.namespace().equals(route.service().namespace()))
                .filter(one ->
                        one.name().equals(route.service().name())
                                || one.host().value().equals(route.service().name()))
                .flatMap(one -> mesh.services().endpoints(one).stream())
                .map(Endpoint::workload)
                .collect(Collectors.toSet());
    }

    /// Empty where none or several subsets select what the node stands for.
    Optional<String> subset(NodeState node) {
        var names =
                node.node() instanceof Node.Service
                        ? Set.<String>of()
                        : byWorkload.getOrDefault(
                                node.workload(),
                                byApp.getOrDefault(new App(node.app(), node.version()), Set.of()));
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }

    private void add(String subset, Workload workload) {
        add(byApp, new App(workload.canonicalName(), workload.canonicalRevision()), subset);
        if (!workload.name().isEmpty()) {
            add(byWorkload, workload.name(), subset);
        }
    }

    private static boolean carries(Workload workload, Labels labels) {
        return labels.byKey().entrySet().stream()
                .allMatch(label ->
                        workload.labels()
                                .get(label.getKey())
                                .filter(label.getValue()::equals)
                                .isPresent());
    }

    private static <K> void add(Map<K, Set<String>> index, K key, String subset) {
        index.computeIfAbsent(key, _ -> new HashSet<>()).add(subset);
    }
}
