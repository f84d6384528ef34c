package io.windrose.shell.chart;

import java.util.List;

/// A curve through knots that never swings above or below them, so that it claims no value that
/// nobody measured.
///
/// @see <a href="https://en.wikipedia.org/wiki/Monotone_cubic_interpolation">Monotone cubic
///   interpolation</a>, after Fritsch and Carlson
final class SmoothLine {
    private final List<Knot> knots;
    private final double[] slopes;

    /// @param knots from left to right
    SmoothLine(List<Knot> knots) {
        this.knots = List.copyOf(knots);
        this.slopes = slopes(this.knots);
    }

    /// The first of the two control points between knot `index` and the next one.
    Knot leaving(int index) {
        double third = width(knots, index) / 3;
        var knot = knots.get(index);
        return new Knot(knot.x() + third, knot.y() + slopes[index] * third);
    }

    /// The second of the two control points between knot `index` and the next one.
    Knot arriving(int index) {
        double third = width(knots, index) / 3;
        var next = knots.get(index + 1);
        return new Knot(next.x() - third, next.y() - slopes[index + 1] * third);
    }

    private static double[] slopes(List<Knot> knots) {
        var slopes = new double[knots.size()];
        for (int i = 1; i < knots.size() - 1; i++) {
            double before = secant(knots, i - 1);
            double after = secant(knots, i);
            if (before * after > 0) {
                double limit = 3 * Math.min(Math.abs(before), Math.abs(after));
                double mean = (before + after) / 2;
                slopes[i] = Math.copySign(Math.min(Math.abs(mean), limit), mean);
            }
        }
        return slopes;
    }

    private static double secant(List<Knot> knots, int index) {
        double width = width(knots, index);
        return width > 0 ? (knots.get(index + 1).y() - knots.get(index).y()) / width : 0;
    }

    private static double width(List<Knot> knots, int index) {
        return knots.get(index + 1).x() - knots.get(index).x();
    }
}
