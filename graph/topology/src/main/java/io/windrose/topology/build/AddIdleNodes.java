package io.windrose.topology.build;

import io.windrose.topology.Badge;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds the workloads and services of the mesh that took no part in the traffic.
final class AddIdleNodes implements Stage {
    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        if (!options.idleNodes() || options.focus().isPresent()) {
            return draft;
        }
        var cluster = cluster(draft, facts);
        var nodes = new TreeMap<>(draft.nodes());
        if (options.type() != GraphType.SERVICE) {
            for (var workload : facts.workloads()) {
                if (options.isAskedFor(workload.namespace())) {
                    add(nodes, idle(workload, cluster, options.type()));
                }
            }
        }
        if (options.drawsServiceNodes()) {
            for (var service : facts.services()) {
                if (options.isAskedFor(service.namespace())) {
                    add(
                            nodes,
                            NodeState.of(
                                    new Node.Service(
                                            cluster, service.namespace(), service.name())));
                }
            }
        }
        return draft.withNodes(nodes);
    }

    private static void add(SortedMap<Node, NodeState> nodes, NodeState idle) {
        nodes.putIfAbsent(idle.node(), idle.withBadge(Badge.IDLE));
    }

    private static NodeState idle(MeshFacts.WorkloadFact fact, String cluster, GraphType type) {
        var node =
                switch (type) {
                    case APP -> new Node.App(cluster, fact.namespace(), fact.app(), "");
                    case VERSIONED_APP ->
                            new Node.App(cluster, fact.namespace(), fact.app(), fact.version());
                    case WORKLOAD, SERVICE ->
                            new Node.Workload(cluster, fact.namespace(), fact.name());
                };
        var state = NodeState.of(node);
        return type == GraphType.APP
                ? state
                : state.withLabels(fact.app(), fact.version(), fact.name());
    }

    /// Without a name of its own the mesh is the cluster that the traffic names.
    private static String cluster(Draft draft, MeshFacts facts) {
        if (!facts.cluster().isEmpty()) {
            return facts.cluster();
        }
        return draft.nodes().keySet().stream()
                .map(Node::cluster)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("unknown");
    }
}
