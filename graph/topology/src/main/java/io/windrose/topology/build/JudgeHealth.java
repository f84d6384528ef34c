package io.windrose.topology.build;

import io.windrose.topology.Health;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Judges each node by the requests that it was asked, in the graph's own window.
///
/// A caller is not blamed for what others answer it, so that of a chain only the sick link is
/// coloured. Requests for which nobody was found blame nobody.
final class JudgeHealth implements Stage {
    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        Map<Node, Map<Protocol, Traffic>> asked = new HashMap<>();
        draft.edges()
                .forEach((key, traffic) ->
                        asked.computeIfAbsent(key.target(), _ -> new HashMap<>())
                                .merge(key.protocol(), traffic, Traffic::plus));
        Set<Node> asking = new HashSet<>();
        draft.edges()
                .forEach((key, traffic) -> {
                    if (!traffic.isIdle()) {
                        asking.add(key.source());
                    }
                });
        var nodes = new TreeMap<Node, NodeState>();
        draft.nodes()
                .forEach((node, state) ->
                        nodes.put(
                                node,
                                state.withHealth(
                                        health(
                                                node,
                                                asked.getOrDefault(node, Map.of()),
                                                asking.contains(node)))));
        return draft.withNodes(nodes);
    }

    private static Health health(Node node, Map<Protocol, Traffic> asked, boolean asksOthers) {
        if (node instanceof Node.Unknown) {
            return Health.NONE;
        }
        var health = asksOthers ? Health.HEALTHY : Health.NONE;
        for (var traffic : asked.values()) {
            health = health.worse(Tolerance.judge(traffic));
        }
        return health;
    }
}
