package io.windrose.canvas;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.walk.Ways;
import java.util.HashSet;
import java.util.Set;

/// What a choice brings to the fore: a node with its edges, an edge; and when that fails, the way
/// on which most requests reach it from outside.
record Emphasis(Set<Node> chosen, Set<EdgeKey> lifted) {
    private static final Emphasis NONE = new Emphasis(Set.of(), Set.of());

    static Emphasis of(Selection selection, TopologySnapshot graph, Ways ways) {
        return switch (selection) {
            case Selection.Nothing() -> NONE;
            case Selection.OfNode(var node) -> {
                var lifted = new HashSet<EdgeKey>();
                for (var key : graph.edges().keySet()) {
                    if (key.source().equals(node) || key.target().equals(node)) {
                        lifted.add(key);
                    }
                }
                var state = graph.nodes().get(node);
                if (state != null && state.health().status() == Health.Status.FAILING) {
                    lifted.addAll(ways.busiestWayTo(node));
                }
                yield new Emphasis(Set.of(node), lifted);
            }
            case Selection.OfEdge(var key) -> {
                var lifted = new HashSet<>(Set.of(key));
                var edge = graph.edges().get(key);
                if (edge != null && edge.health().status() == Health.Status.FAILING) {
                    lifted.addAll(ways.busiestWayTo(key.source()));
                }
                yield new Emphasis(Set.of(), lifted);
            }
        };
    }
}
