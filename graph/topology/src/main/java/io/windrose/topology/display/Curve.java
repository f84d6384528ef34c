package io.windrose.topology.display;

import io.windrose.topology.layout.Point;

/// A cubic curve from one node to another.
record Curve(Point from, Point towards, Point coming, Point to) {

    /// @param t 0 at the start, 1 at the end
    Point at(double t) {
        double s = 1 - t;
        return new Point(
                s * s * s * from.x()
                        + 3 * s * s * t * towards.x()
                        + 3 * s * t * t * coming.x()
                        + t * t * t * to.x(),
                s * s * s * from.y()
                        + 3 * s * s * t * towards.y()
                        + 3 * s * t * t * coming.y()
                        + t * t * t * to.y());
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
