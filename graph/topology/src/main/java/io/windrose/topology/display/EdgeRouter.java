package io.windrose.topology.display;

import io.windrose.topology.Node;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds a curve for an edge that runs over no other node, and a place on it for its label.
final class EdgeRouter {
    static final double ARROW = 8;
    private static final double CLEAR = 26;
    private static final double[] BOWS = {0, -70, 70, -120, 120, -190, 190, -260, 260};
    private static final double[] PLACES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8};

    private final Map<Node, Spot> spots;
    private final List<Area> taken = new ArrayList<>();

    EdgeRouter(Layout layout) {
        this.spots = layout.spots();
        spots.values().forEach(spot -> taken.add(core(spot)));
    }

    /// @param back whether the opposite edge exists, so that both need room
    Curve route(Node source, Node target, boolean back) {
        var from = at(source);
        var to = at(target);
        if (source.equals(target)) {
            return new Curve(
                    from.plus(-10, -CLEAR),
                    from.plus(-44, -CLEAR - 44),
                    from.plus(44, -CLEAR - 44),
                    from.plus(14, -CLEAR - 4));
        }
        Curve straight = curve(from, to, back && from.x() > to.x() ? BOWS[2] : 0);
        for (double bow : BOWS) {
            var curve = curve(from, to, back ? bow + (from.x() > to.x() ? 60 : -20) : bow);
            if (runsFree(curve, source, target)) {
                return curve;
            }
        }
        return straight;
    }

    /// Where the middle of a label of that size may stand; the place is then taken.
    Point label(Curve curve, double width, double height) {
        var best = curve.at(PLACES[0]);
        double least = Double.MAX_VALUE;
        for (double t : PLACES) {
            var middle = curve.at(t);
            var area = area(middle, width, height);
            double covered = taken.stream().mapToDouble(other -> shared(area, other)).sum();
            if (covered < least) {
                least = covered;
                best = middle;
            }
            if (covered == 0) {
                break;
            }
        }
        taken.add(area(best, width, height));
        return best;
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

    private boolean runsFree(Curve curve, Node source, Node target) {
        for (var entry : spots.entrySet()) {
            if (entry.getKey().equals(source) || entry.getKey().equals(target)) {
                continue;
            }
            var core = core(entry.getValue());
            for (double t = 0.04; t < 1; t += 0.04) {
                var point = curve.at(t);
                if (core.overlaps(new Area(point.x() - 1, point.y() - 1, 2, 2))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Point at(Node node) {
        var spot = spots.get(node);
        if (spot == null) {
            throw new IllegalArgumentException("not in the layout: " + node.id());
        }
        return spot.centre();
    }

    /// Shape and label, without the margin between nodes.
    private static Area core(Spot spot) {
        var area = spot.area();
        return new Area(area.x() + 4, area.y() + 8, area.width() - 8, area.height() - 12);
    }

    private static Area area(Point middle, double width, double height) {
        return new Area(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    private static double shared(Area left, Area right) {
        if (!left.overlaps(right)) {
            return 0;
        }
        double width = Math.min(left.right(), right.right()) - Math.max(left.x(), right.x());
        double height = Math.min(left.bottom(), right.bottom()) - Math.max(left.y(), right.y());
        return width * height;
    }
}
