package io.windrose.canvas;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.display.Curve;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what lies under the pointer: nodes before labels, labels before edges, and of several
/// edges the nearest.
final class HitIndex {
    /// Pixels around the centre of a node that belong to its shape.
    static final double SHAPE = 26;

    static final int PIECES = 24;
    private static final double CELL = 128;

    private final Map<Long, List<Target>> cells = new HashMap<>();

    /// Something with an extent.
    private sealed interface Target {
        record Shape(Node node, Spot spot) implements Target {}

        record Label(EdgeKey key, Area area) implements Target {}

        /// One of the straight pieces of a curve.
        record Piece(EdgeKey key, Point from, Point to) implements Target {}
    }

    HitIndex(Layout layout, Map<EdgeKey, Curve> curves, Map<EdgeKey, Area> labels) {
        layout.spots().forEach((node, spot) -> add(new Target.Shape(node, spot), spot.area()));
        labels.forEach((key, area) -> add(new Target.Label(key, area), area));
        curves.forEach((key, curve) -> {
            for (int piece = 0; piece < PIECES; piece++) {
                var from = curve.at((double) piece / PIECES);
                var to = curve.at((piece + 1.0) / PIECES);
                add(new Target.Piece(key, from, to), between(from, to));
            }
        });
    }

    /// @param x of the picture
    /// @param y of the picture
    /// @param tolerance how far from an edge still counts, in pixels of the picture
    Selection at(double x, double y, double tolerance) {
        Selection best = Selection.NOTHING;
        double least = Double.MAX_VALUE;
        for (int column = cell(x - tolerance); column <= cell(x + tolerance); column++) {
            for (int row = cell(y - tolerance); row <= cell(y + tolerance); row++) {
                for (var target : cells.getOrDefault(key(column, row), List.of())) {
                    double distance = distance(target, x, y, tolerance);
                    if (distance < least) {
                        least = distance;
                        best = selection(target);
                    }
                }
            }
        }
        return best;
    }

    /// Nodes are nearer than labels, and labels nearer than edges; infinite for a miss.
    private static double distance(Target target, double x, double y, double tolerance) {
        return switch (target) {
            case Target.Shape(_, var spot) -> holds(spot, x, y) ? -2 : Double.POSITIVE_INFINITY;
            case Target.Label(_, var area) -> holds(area, x, y) ? -1 : Double.POSITIVE_INFINITY;
            case Target.Piece(_, var from, var to) -> {
                double away = away(x, y, from, to);
                yield away <= tolerance ? away : Double.POSITIVE_INFINITY;
            }
        };
    }

    /// The shape, or the line of label under it.
    static boolean holds(Spot spot, double x, double y) {
        var centre = spot.centre();
        if (Math.hypot(x - centre.x(), y - centre.y()) <= SHAPE) {
            return true;
        }
        return y > centre.y() && holds(spot.area().grown(-4), x, y);
    }

    static boolean holds(Area area, double x, double y) {
        return x >= area.x() && x <= area.right() && y >= area.y() && y <= area.bottom();
    }

    /// From a point to a straight piece.
    static double away(double x, double y, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double t =
                square == 0
                        ? 0
                        : Math.clamp(
                                ((x - from.x()) * dx + (y - from.y()) * dy) / square, 0.0, 1.0);
        return Math.hypot(x - from.x() - t * dx, y - from.y() - t * dy);
    }

    private static Selection selection(Target target) {
        return switch (target) {
            case Target.Shape(var node, _) -> new Selection.OfNode(node);
            case Target.Label(var key, _) -> new Selection.OfEdge(key);
            case Target.Piece(var key, _, _) -> new Selection.OfEdge(key);
        };
    }

    private void add(Target target, Area area) {
        for (int column = cell(area.x()); column <= cell(area.right()); column++) {
            for (int row = cell(area.y()); row <= cell(area.bottom()); row++) {
                cells.computeIfAbsent(key(column, row), _ -> new ArrayList<>()).add(target);
            }
        }
    }

    private static Area between(Point from, Point to) {
        return new Area(
                Math.min(from.x(), to.x()),
                Math.min(from.y(), to.y()),
                Math.abs(to.x() - from.x()),
                Math.abs(to.y() - from.y()));
    }

    private static int cell(double at) {
        return (int) Math.floor(at / CELL);
    }

    private static long key(int column, int row) {
        return ((long) column << 32) ^ (row & 0xffffffffL);
    }
}
