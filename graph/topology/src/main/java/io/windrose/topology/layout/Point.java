package io.windrose.topology.layout;

/// A place in the picture, in pixels at 100 %; x grows to the right, y downwards.
public record Point(double x, double y) {
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
