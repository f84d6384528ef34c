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

    /// From the rim of a shape to the end of the label under it.
    private static final double LABEL = 22;

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
        if (dx > 60) {
            double reach = Math.max(36, dx * 0.42);
            var start = from.plus(CLEAR, 0);
            var end = to.plus(-CLEAR - ARROW, 0);
            return new Curve(start, start.plus(reach, bow), end.plus(-reach, bow), end);
        }
        return direct(from, to, bow);
    }

    /// From rim to rim, for edges that do not run to the right; below a node its label is left
    /// free.
    private static Curve direct(Point from, Point to, double bow) {
        double length = Math.max(1, from.distance(to));
        double ux = (to.x() - from.x()) / length;
        double uy = (to.y() - from.y()) / length;
        double leave = CLEAR + LABEL * Math.max(0, uy);
        double arrive = CLEAR + ARROW + LABEL * Math.max(0, -uy);
        var start = from.plus(ux * leave, uy * leave);
        var end = to.plus(-ux * arrive, -uy * arrive);
        double reach = length * 0.3;
        double side = bow + length * 0.08;
        return new Curve(
                start,
                start.plus(ux * reach - uy * side, uy * reach + ux * side),
                end.plus(-ux * reach - uy * side, -uy * reach + ux * side),
                end);
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
