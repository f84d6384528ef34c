package io.windrose.canvas;

import io.windrose.topology.display.GraphDrawing;
import io.windrose.topology.display.Layer;
import io.windrose.topology.display.Look;
import java.util.ArrayList;
import java.util.List;

/// Everything made from one graph in one look: to paint, to point at, to animate.
///
/// @param flows empty where dots are left out
record Drawn(Prepared picture, HitIndex hits, List<Flow> flows) {
    /// Below it dots would only blink.
    private static final double DOTS_FROM_ZOOM = 0.4;

    static Drawn of(Shown shown, Look look) {
        var drawing = GraphDrawing.of(shown.graph(), shown.layout(), shown.routes(), look);
        var hits = new HitIndex(shown.layout(), drawing.curves(), drawing.labels());
        return new Drawn(Prepared.of(drawing.picture()), hits, flows(shown, drawing, look));
    }

    static boolean dotsAreSeen(Camera camera) {
        return camera.zoom() >= DOTS_FROM_ZOOM;
    }

    private static List<Flow> flows(Shown shown, GraphDrawing drawing, Look look) {
        var flows = new ArrayList<Flow>();
        if (!look.shows(Layer.DOTS) || look.stale()) {
            return flows;
        }
        double busiest =
                shown.graph().edges().values().stream().mapToDouble(Flow::weight).max().orElse(0);
        shown.graph()
                .edges()
                .forEach((key, edge) -> {
                    var curve = drawing.curves().get(key);
                    if (curve != null && !edge.traffic().isIdle()) {
                        flows.add(
                                new Flow(
                                        edge,
                                        curve,
                                        drawing.labels().get(key),
                                        busiest,
                                        look.dimmed().contains(key.source())
                                                || look.dimmed().contains(key.target())));
                    }
                });
        return flows;
    }
}
