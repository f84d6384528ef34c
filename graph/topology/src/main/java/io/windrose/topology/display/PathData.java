package io.windrose.topology.display;

import java.util.Locale;

/// Writes path data of SVG, with one decimal.
final class PathData {
    private final StringBuilder data = new StringBuilder();

    PathData command(String letter) {
        return word(letter);
    }

    PathData point(double x, double y) {
        return number(x).number(y);
    }

    PathData number(double value) {
        return word(format(value));
    }

    PathData word(String word) {
        if (!data.isEmpty()) {
            data.append(' ');
        }
        data.append(word);
        return this;
    }

    /// One decimal, none when it would be zero; never in the user's locale.
    static String format(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded)
                ? Long.toString(Math.round(rounded))
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
