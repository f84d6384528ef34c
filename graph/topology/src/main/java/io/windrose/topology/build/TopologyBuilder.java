package io.windrose.topology.build;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Focus;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.traffic.TrafficWindow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Builds the graph of one window: a pure function, whatever the order of the samples.
///
/// Each stage sees what the ones before it made; the order below is the definition.
public final class TopologyBuilder {
    private static final List<Stage> STAGES =
            List.of(
                    new ReadSamples(),
                    new MergeReporters(),
                    new DrawEdges(),
                    new ReduceToServices(),
                    new AddIdleNodes(),
                    new MarkNodes(),
                    new FoldServices(),
                    new JudgeHealth());

    private TopologyBuilder() {}

    public static TopologySnapshot build(
            TrafficWindow window, TopologyOptions options, MeshFacts facts) {
        var draft = Draft.of(window);
        for (var stage : STAGES) {
            draft = stage.apply(draft, options, facts);
        }
        return shown(snapshot(draft, options), options);
    }

    private static TopologySnapshot snapshot(Draft draft, TopologyOptions options) {
        var edges = new TreeMap<EdgeKey, Edge>();
        draft.edges()
                .forEach((key, traffic) ->
                        edges.put(key, new Edge(key, traffic, Tolerance.judge(traffic))));
        return new TopologySnapshot(options.type(), draft.nodes(), edges);
    }

    /// What the focus, `hide` and `find` leave of it, in that order.
    private static TopologySnapshot shown(TopologySnapshot whole, TopologyOptions options) {
        var focused =
                options.focus()
                        .filter(_ -> options.type() == GraphType.SERVICE)
                        .map(focus -> around(whole, focus))
                        .orElse(whole);
        var rest = options.hide().map(hide -> hide.hideFrom(focused)).orElse(focused);
        return options.find()
                .map(find -> {
                    var nodes = new TreeMap<Node, NodeState>();
                    rest.nodes()
                            .forEach((node, state) ->
                                    nodes.put(
                                            node,
                                            find.matches(state, rest)
                                                    ? state.withBadge(Badge.FOUND)
                                                    : state));
                    return new TopologySnapshot(
                            rest.type(), nodes, rest.edges(), rest.namespaces());
                })
                .orElse(rest);
    }

    /// Only graphs of services: elsewhere the questions already ask for no more than the focus.
    private static TopologySnapshot around(TopologySnapshot whole, Focus focus) {
        Set<Node> centre = new HashSet<>();
        whole.nodes()
                .keySet()
                .forEach(node -> {
                    if (node.namespace().equals(focus.namespace())
                            && node.name().equals(focus.name())) {
                        centre.add(node);
                    }
                });
        Set<Node> near = new HashSet<>(centre);
        whole.edges()
                .keySet()
                .forEach(key -> {
                    if (centre.contains(key.source()) || centre.contains(key.target())) {
                        near.add(key.source());
                        near.add(key.target());
                    }
                });
        return whole.only(
                state -> near.contains(state.node()),
                edge -> centre.contains(edge.source()) || centre.contains(edge.target()));
    }
}
