package io.windrose.topology.display;

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
        long tenths = Math.round(Math.rint(value * 10));
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
