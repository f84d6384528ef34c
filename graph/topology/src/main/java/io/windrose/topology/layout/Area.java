package io.windrose.topology.layout;

/// An upright rectangle, in pixels at 100 %.
public record Area(double x, double y, double width, double height) {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    /// Touching is not overlapping.
    public boolean overlaps(Area other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public Area union(Area other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Area(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }

    public Area grown(double left, double top, double right, double bottom) {
        return new Area(x - left, y - top, width + left + right, height + top + bottom);
    }

    public Area grown(double margin) {
        return grown(margin, margin, margin, margin);
    }
}
