package io.windrose.canvas;

import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.GraphDrawing;
import io.windrose.topology.display.Look;
import io.windrose.topology.display.Routes;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.StableLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where nodes really stand: as the picture says, as the user arranged them, or where he put them.
final class Stage {
    private TopologySnapshot graph = TopologySnapshot.EMPTY;
    private Layout layout = Layout.EMPTY;
    private Optional<Layout> own = Optional.empty();
    private final Map<Node, Point> byHand = new HashMap<>();

    TopologySnapshot graph() {
        return graph;
    }

    /// @return whether nobody of the picture before is left, so that it is another one altogether
    boolean show(TopologySnapshot newGraph, Layout newLayout) {
        boolean fresh =
                newGraph.nodes().keySet().stream()
                        .noneMatch(node -> graph.nodes().containsKey(node));
        graph = newGraph;
        layout = newLayout;
        if (fresh) {
            own = Optional.empty();
            byHand.clear();
        }
        own = own.map(arranged -> StableLayout.next(arranged, newGraph));
        return fresh;
    }

    void adopt(Layout arranged) {
        own = Optional.of(StableLayout.next(arranged, graph));
        byHand.clear();
    }

    void place(Node node, Point centre) {
        byHand.put(node, centre);
    }

    /// Keeps the ways of edges where nothing moved.
    Shown shown(Look look, Shown before) {
        var visible = GraphDrawing.shown(graph, look);
        var placed = placed(visible);
        var edges = visible.edges().keySet();
        boolean same =
                placed.spots().equals(before.layout().spots())
                        && edges.equals(before.graph().edges().keySet());
        return new Shown(visible, placed, same ? before.routes() : Routes.of(edges, placed));
    }

    /// While one node is dragged, the edges of the others keep their ways.
    Shown shownMoving(Node node, Look look, Shown before) {
        var visible = GraphDrawing.shown(graph, look);
        var placed = placed(visible);
        return new Shown(visible, placed, before.routes().moving(Set.of(node), placed));
    }

    private Layout placed(TopologySnapshot visible) {
        var next = own.orElse(layout).only(visible.nodes().keySet());
        for (var entry : byHand.entrySet()) {
            next = next.moved(entry.getKey(), entry.getValue());
        }
        return next;
    }
}
