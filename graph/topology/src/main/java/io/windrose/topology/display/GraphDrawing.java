package io.windrose.topology.display;

import io.windrose.topology.Badge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Layout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A graph as it is drawn, and where its parts came to stand so that they can be pointed at.
///
/// @param picture the graph alone, for a window that has its own captions
/// @param curves by edge, in the order of the edges
/// @param labels of the edges that have one
public record GraphDrawing(
        DisplayList picture, Map<EdgeKey, Curve> curves, Map<EdgeKey, Area> labels) {
    private static final double MARGIN = 24;
    private static final Area NOTHING = new Area(0, 0, 480, 40);

    public GraphDrawing {
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    public static GraphDrawing of(TopologySnapshot graph, Layout layout, Routes routes, Look look) {
        var canvas = new Canvas();
        var labels = draw(canvas, graph, layout, routes, look);
        var area = layout.bounds().orElse(NOTHING).grown(MARGIN);
        return new GraphDrawing(
                new DisplayList(area, canvas.commands()),
                look.detail() == Detail.HEALTH ? Map.of() : routes.curves(),
                labels);
    }

    /// Without the idle nodes, unless the look shows them; ill ones stay.
    public static TopologySnapshot shown(TopologySnapshot graph, Look look) {
        return look.shows(Layer.IDLE)
                ? graph
                : graph.only(GraphDrawing::isBusy, edge -> !edge.traffic().isIdle());
    }

    private static boolean isBusy(NodeState state) {
        return !state.has(Badge.IDLE);
    }

    static Map<EdgeKey, Area> draw(
            Canvas canvas, TopologySnapshot graph, Layout layout, Routes routes, Look look) {
        new BoxArtist(canvas, graph, layout, look).draw();
        var edges = new EdgeArtist(canvas, graph, layout, routes, look);
        if (look.detail() != Detail.HEALTH) {
            edges.drawLines();
        }
        var nodes = new NodeArtist(canvas, graph, look);
        graph.nodes()
                .forEach((node, state) -> {
                    var spot = layout.spots().get(node);
                    if (spot != null) {
                        nodes.draw(state, spot.centre());
                    }
                });
        return look.shows(Layer.LABELS) && look.detail().shows(Detail.FULL)
                ? edges.drawLabels()
                : Map.of();
    }
}
