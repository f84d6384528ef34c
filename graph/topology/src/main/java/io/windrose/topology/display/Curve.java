package io.windrose.topology.display;

import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Point;

/// A cubic curve from one node to another.
public record Curve(Point from, Point towards, Point coming, Point to) {

    /// @param t 0 at the start, 1 at the end
    public double x(double t) {
        return cubic(t, from.x(), towards.x(), coming.x(), to.x());
    }

    /// @param t 0 at the start, 1 at the end
    public double y(double t) {
        return cubic(t, from.y(), towards.y(), coming.y(), to.y());
    }

    public Point at(double t) {
        return new Point(x(t), y(t));
    }

    /// Holds the whole curve, and mostly a little more.
    public Area hull() {
        double left = Math.min(Math.min(from.x(), towards.x()), Math.min(coming.x(), to.x()));
        double top = Math.min(Math.min(from.y(), towards.y()), Math.min(coming.y(), to.y()));
        double right = Math.max(Math.max(from.x(), towards.x()), Math.max(coming.x(), to.x()));
        double bottom = Math.max(Math.max(from.y(), towards.y()), Math.max(coming.y(), to.y()));
        return new Area(left, top, right - left, bottom - top);
    }

    private static double cubic(double t, double a, double b, double c, double d) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    String data() {
        return new PathData()
                .command("M")
                .point(from.x(), from.y())
                .command("C")
                .point(towards.x(), towards.y())
                .point(coming.x(), coming.y())
                .point(to.x(), to.y())
                .toString();
    }

    /// A filled triangle at the end, along the curve.
    String arrow(double length) {
        double dx = to.x() - coming.x();
        double dy = to.y() - coming.y();
        double norm = Math.max(1e-6, Math.hypot(dx, dy));
        double ux = dx / norm;
        double uy = dy / norm;
        double tipX = to.x() + ux * length;
        double tipY = to.y() + uy * length;
        double half = length * 0.45;
        return new PathData()
                .command("M")
                .point(tipX, tipY)
                .command("L")
                .point(to.x() - uy * half, to.y() + ux * half)
                .command("L")
                .point(to.x() + uy * half, to.y() - ux * half)
                .command("Z")
                .toString();
    }
}
