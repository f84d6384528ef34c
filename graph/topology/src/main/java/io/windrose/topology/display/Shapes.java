package io.windrose.topology.display;

import io.windrose.topology.layout.Point;
import java.util.List;

/// Outlines of nodes as path data, with corners that are cut by curves.
final class Shapes {
    private static final double CUT = 5;

    /// Of the radius, so that small shapes keep their corners.
    private static final double MOST_CUT = 0.22;

    private Shapes() {}

    /// Points left and right.
    static String hexagon(double x, double y, double r) {
        double half = r * 0.52;
        double high = r * 0.88;
        return rounded(
                List.of(
                        new Point(x - r, y),
                        new Point(x - half, y - high),
                        new Point(x + half, y - high),
                        new Point(x + r, y),
                        new Point(x + half, y + high),
                        new Point(x - half, y + high)),
                cut(r));
    }

    static String diamond(double x, double y, double r) {
        return rounded(
                List.of(
                        new Point(x - r, y),
                        new Point(x, y - r),
                        new Point(x + r, y),
                        new Point(x, y + r)),
                cut(r));
    }

    /// Clockwise from the top.
    ///
    /// @param share of the whole turn, 0 to 1
    static String arc(double x, double y, double r, double share) {
        double angle = 2 * Math.PI * Math.min(share, 0.999);
        return new PathData()
                .command("M")
                .point(x, y - r)
                .command("A")
                .number(r)
                .number(r)
                .word("0")
                .word(share > 0.5 ? "1" : "0")
                .word("1")
                .point(x + r * Math.sin(angle), y - r * Math.cos(angle))
                .toString();
    }

    private static String rounded(List<Point> corners, double cut) {
        var path = new PathData();
        for (int at = 0; at < corners.size(); at++) {
            var corner = corners.get(at);
            var before = corners.get(Math.floorMod(at - 1, corners.size()));
            var after = corners.get((at + 1) % corners.size());
            var in = towards(corner, before, cut);
            var out = towards(corner, after, cut);
            path.command(at == 0 ? "M" : "L").point(in.x(), in.y());
            path.command("Q").point(corner.x(), corner.y()).point(out.x(), out.y());
        }
        return path.command("Z").toString();
    }

    private static double cut(double r) {
        return Math.min(CUT, MOST_CUT * r);
    }

    private static Point towards(Point from, Point to, double cut) {
        double share = cut / Math.max(cut, from.distance(to));
        return from.plus((to.x() - from.x()) * share, (to.y() - from.y()) * share);
    }
}
