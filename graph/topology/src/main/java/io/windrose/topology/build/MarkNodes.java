package io.windrose.topology.build;

import io.windrose.topology.Badge;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.MeshFacts.WorkloadFact;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Joins what the configuration knows: badges, and the mode of mutual TLS that was asked for.
final class MarkNodes implements Stage {
    /// Names of the gateways that Istio itself installs, for graphs without a mesh source.
    private static final Set<String> GATEWAYS =
            Set.of("istio-ingressgateway", "istio-egressgateway", "istio-eastwestgateway");

    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        Set<Node> sources = new HashSet<>();
        Set<Node> targets = new HashSet<>();
        draft.edges().keySet().forEach(key -> sources.add(key.source()));
        draft.edges().keySet().forEach(key -> targets.add(key.target()));

        var nodes = new TreeMap<Node, NodeState>();
        draft.nodes()
                .forEach((node, state) -> {
                    var marked = marked(state, options, facts);
                    if (sources.contains(node) && !targets.contains(node)) {
                        marked = marked.withBadge(Badge.ROOT);
                    }
                    nodes.put(node, marked);
                });
        return draft.withNodes(nodes);
    }

    private static NodeState marked(NodeState state, TopologyOptions options, MeshFacts facts) {
        var marked = state;
        for (var badge : badges(state, facts)) {
            marked = marked.withBadge(badge);
        }
        if (!(state.node() instanceof Node.Unknown)
                && !options.isAskedFor(state.node().namespace())) {
            marked = marked.withBadge(Badge.OUTSIDE);
        }
        return marked.withMtlsMode(
                switch (state.node()) {
                    case Node.App _, Node.Workload _ -> mode(workloads(state, facts));
                    case Node.Service _, Node.Unknown _ -> MtlsMode.UNKNOWN;
                });
    }

    private static Set<Badge> badges(NodeState state, MeshFacts facts) {
        var badges = new HashSet<Badge>();
        switch (state.node()) {
            case Node.Service service ->
                    facts.service(service.namespace(), service.service())
                            .ifPresent(fact -> badges.addAll(fact.badges()));
            case Node.App _, Node.Workload _ -> {
                workloads(state, facts).forEach(fact -> badges.addAll(fact.badges()));
                if (GATEWAYS.contains(state.app()) || GATEWAYS.contains(state.workload())) {
                    badges.add(Badge.GATEWAY);
                }
            }
            case Node.Unknown _ -> {}
        }
        return badges;
    }

    private static List<WorkloadFact> workloads(NodeState state, MeshFacts facts) {
        return switch (state.node()) {
            case Node.App app -> facts.versions(app.namespace(), app.app(), app.version());
            case Node.Workload workload ->
                    facts.workload(workload.namespace(), workload.workload()).stream().toList();
            case Node.Service _, Node.Unknown _ -> List.of();
        };
    }

    /// Workloads of one node that differ leave nothing to say.
    private static MtlsMode mode(List<WorkloadFact> workloads) {
        var modes = workloads.stream().map(WorkloadFact::mtlsMode).distinct().toList();
        return modes.size() == 1 ? modes.getFirst() : MtlsMode.UNKNOWN;
    }
}
