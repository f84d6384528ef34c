package io.windrose.topology.build;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// In a graph of services, takes the workloads out: what leaves the workloads behind a service
/// leaves the service. Workloads that nobody calls stay, as the places where traffic comes from.
///
/// Traffic to something that is no service is dropped, except to `unknown`. A workload behind
/// several services hands its traffic to each of them.
final class ReduceToServices implements Stage {
    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        if (options.type() != GraphType.SERVICE) {
            return draft;
        }
        var servicesOf = servicesByWorkload(draft.edges());
        Set<Node> called = new HashSet<>();
        draft.edges().keySet().forEach(key -> called.add(key.target()));

        var edges = new TreeMap<EdgeKey, Traffic>();
        draft.edges()
                .forEach((key, traffic) -> {
                    if (!isService(key.target())) {
                        return;
                    }
                    for (var source : sources(key.source(), servicesOf, called)) {
                        edges.merge(
                                new EdgeKey(source, key.target(), key.protocol()),
                                traffic,
                                Traffic::plus);
                    }
                });
        return draft.withGraph(nodes(draft, edges), edges);
    }

    private static Map<Node, List<Node>> servicesByWorkload(SortedMap<EdgeKey, Traffic> edges) {
        var services = new HashMap<Node, List<Node>>();
        for (var key : edges.keySet()) {
            if (key.source() instanceof Node.Service && !isService(key.target())) {
                var behind = services.computeIfAbsent(key.target(), _ -> new ArrayList<>());
                if (!behind.contains(key.source())) {
                    behind.add(key.source());
                }
            }
        }
        return services;
    }

    private static List<Node> sources(
            Node source, Map<Node, List<Node>> servicesOf, Set<Node> called) {
        if (source instanceof Node.Service || source instanceof Node.Unknown) {
            return List.of(source);
        }
        var services = servicesOf.getOrDefault(source, List.of());
        return services.isEmpty() && !called.contains(source) ? List.of(source) : services;
    }

    private static SortedMap<Node, NodeState> nodes(Draft draft, Map<EdgeKey, Traffic> edges) {
        var nodes = new TreeMap<Node, NodeState>();
        draft.nodes()
                .forEach((node, state) -> {
                    if (node instanceof Node.Service) {
                        nodes.put(node, state);
                    }
                });
        for (var key : edges.keySet()) {
            for (var end : List.of(key.source(), key.target())) {
                nodes.put(end, draft.nodes().getOrDefault(end, NodeState.of(end)));
            }
        }
        return nodes;
    }

    private static boolean isService(Node node) {
        return node instanceof Node.Service || node instanceof Node.Unknown;
    }
}
