package io.windrose.workspace.story;

import java.util.Locale;

/// Figures apart from their units, and changes of them.
final class Words {
    /// A value that is not known; it has no unit.
    static final String DASH = "–";

    private Words() {}

    /// `24.6` of `24.6 rps`.
    static String value(String figure) {
        int blank = figure.lastIndexOf(' ');
        return blank < 0 ? figure : figure.substring(0, blank);
    }

    /// `rps` of `24.6 rps`.
    static String unit(String figure) {
        return figure.substring(figure.lastIndexOf(' ') + 1);
    }

    /// `+0.4`, `−34`, `±0`.
    static String signed(double change) {
        double size = Math.abs(change);
        var number =
                size >= 20
                        ? Long.toString(Math.round(size))
                        : String.format(Locale.ROOT, "%.1f", size);
        if (number.equals("0.0")) {
            return "±0";
        }
        return (change < 0 ? "−" : "+") + number;
    }
}
