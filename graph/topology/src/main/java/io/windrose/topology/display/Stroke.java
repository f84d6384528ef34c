package io.windrose.topology.display;

/// How a line is drawn.
///
/// @param width pixels; 0 draws nothing
/// @param dash length of dash and gap in pixels; 0 for a solid line
public record Stroke(Paint paint, double width, double dash) {
    public static final Stroke NONE = new Stroke(Paint.NONE, 0, 0);

    public static Stroke of(Paint paint, double width) {
        return new Stroke(paint, width, 0);
    }

    public Stroke dashed(double length) {
        return new Stroke(paint, width, length);
    }
}
