package io.windrose.canvas;

import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.GraphDrawing;
import io.windrose.topology.display.Look;
import io.windrose.topology.display.Routes;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.StableLayout;
import io.windrose.topology.walk.Ways;
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
    private int version;

    /// All that decides where nodes stand at one moment; can be worked on by any thread.
    ///
    /// @param own what the user arranged, perhaps for a graph before this one
    /// @param version of what is decided from outside: another graph, or a place by hand, makes a
    ///   new one
    record Plan(
            TopologySnapshot graph,
            Layout layout,
            Optional<Layout> own,
            Map<Node, Point> byHand,
            Look look,
            Shown before,
            int version) {

        /// Keeps the ways of edges where nothing moved.
        Placed placed() {
            var arranged = own.map(layout -> StableLayout.next(layout, graph));
            var visible = GraphDrawing.shown(graph, look);
            var at = at(visible, arranged.orElse(layout), byHand);
            var edges = visible.edges().keySet();
            boolean same =
                    at.spots().equals(before.layout().spots())
                            && edges.equals(before.graph().edges().keySet());
            var routes = same ? before.routes() : Routes.of(edges, at);
            return new Placed(new Shown(visible, at, routes), arranged, Ways.of(visible), version);
        }
    }

    /// What came of a plan.
    ///
    /// @param own what the user arranged, with the graph's newcomers
    record Placed(Shown shown, Optional<Layout> own, Ways ways, int version) {}

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
            version++;
        }
        return fresh;
    }

    void adopt(Layout arranged) {
        own = Optional.of(arranged);
        byHand.clear();
        version++;
    }

    void place(Node node, Point centre) {
        byHand.put(node, centre);
        version++;
    }

    Plan plan(Look look, Shown before) {
        return new Plan(graph, layout, own, Map.copyOf(byHand), look, before, version);
    }

    /// @return false when the plan was made for another graph, or before something was placed by
    ///   hand
    boolean keep(Placed placed) {
        boolean still = placed.version() == version;
        if (still) {
            own = placed.own();
        }
        return still;
    }

    /// While one node is dragged, the edges of the others keep their ways.
    Shown shownMoving(Node node, Look look, Shown before) {
        var visible = GraphDrawing.shown(graph, look);
        var at = at(visible, own.orElse(layout), byHand);
        return new Shown(visible, at, before.routes().moving(Set.of(node), at));
    }

    private static Layout at(TopologySnapshot visible, Layout layout, Map<Node, Point> byHand) {
        var next = layout.only(visible.nodes().keySet());
        for (var entry : byHand.entrySet()) {
            next = next.moved(entry.getKey(), entry.getValue());
        }
        return next;
    }
}
