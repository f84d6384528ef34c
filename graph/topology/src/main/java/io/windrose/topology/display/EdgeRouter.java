package io.windrose.topology.display;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.Spot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Finds a curve for an edge that runs over no other node.
final class EdgeRouter {
    static final double ARROW = 8;
    private static final double CLEAR = 26;
    private static final double[] BOWS = {0, -70, 70, -120, 120, -190, 190, -260, 260};

    private final Map<Node, Spot> spots;
    private final Crowd crowd = new Crowd();
    private final Set<Ends> ends = new HashSet<>();

    private record Ends(Node source, Node target) {
        static Ends of(EdgeKey key) {
            return new Ends(key.source(), key.target());
        }

        Ends reversed() {
            return new Ends(/* source= */ target, /* target= */ source);
        }
    }

    EdgeRouter(Layout layout, Set<EdgeKey> edges) {
        this.spots = new HashMap<>(layout.spots());
        spots.values().forEach(spot -> crowd.add(core(spot)));
        edges.forEach(key -> ends.add(Ends.of(key)));
    }

    boolean knows(EdgeKey key) {
        return spots.containsKey(key.source()) && spots.containsKey(key.target());
    }

    Curve route(EdgeKey key) {
        return route(key.source(), key.target(), ends.contains(Ends.of(key).reversed()));
    }

    /// @param back whether the opposite edge exists, so that both need room
    private Curve route(Node source, Node target, boolean back) {
        var from = at(source).centre();
        var to = at(target).centre();
        if (source.equals(target)) {
            return new Curve(
                    from.plus(-10, -CLEAR),
                    from.plus(-44, -CLEAR - 44),
                    from.plus(44, -CLEAR - 44),
                    from.plus(14, -CLEAR - 4));
        }
        var own = Set.of(core(at(source)), core(at(target)));
        Curve straight = curve(from, to, back && from.x() > to.x() ? BOWS[2] : 0);
        for (double bow : BOWS) {
            var curve = curve(from, to, back ? bow + (from.x() > to.x() ? 60 : -20) : bow);
            if (runsFree(curve, own)) {
                return curve;
            }
        }
        return straight;
    }

    private static Curve curve(Point from, Point to, double bow) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        if (dx > 60) {
            double reach = Math.max(36, dx * 0.42);
            var start = from.plus(CLEAR, 0);
            var end = to.plus(-CLEAR - ARROW, 0);
            return new Curve(start, start.plus(reach, bow), end.plus(-reach, bow), end);
        }
        if (Math.abs(dx) <= 60) {
            double side = Math.signum(dy == 0 ? 1 : dy);
            double below = side > 0 ? 48 : CLEAR;
            var start = from.plus(0, side * below);
            var end = to.plus(0, -side * (side > 0 ? CLEAR + ARROW : 48 + ARROW));
            double reach = Math.max(20, Math.abs(dy) * 0.3);
            return new Curve(
                    start, start.plus(bow, side * reach), end.plus(bow, -side * reach), end);
        }
        double depth = 70 + Math.abs(bow);
        double side = bow < 0 ? -1 : 1;
        var start = from.plus(-CLEAR * 0.6, side * CLEAR * 0.9);
        var end = to.plus(CLEAR * 0.9, side * (CLEAR + 2));
        return new Curve(start, start.plus(-40, side * depth), end.plus(40, side * depth), end);
    }

    private boolean runsFree(Curve curve, Set<Area> own) {
        for (double t = 0.04; t < 1; t += 0.04) {
            if (crowd.holds(curve.x(t), curve.y(t), own)) {
                return false;
            }
        }
        return true;
    }

    private Spot at(Node node) {
        var spot = spots.get(node);
        if (spot == null) {
            throw new IllegalArgumentException("not in the layout: " + node.id());
        }
        return spot;
    }

    /// Shape and label, without the margin between nodes.
    static Area core(Spot spot) {
        var area = spot.area();
        return new Area(area.x() + 4, area.y() + 8, area.width() - 8, area.height() - 12);
    }
}
