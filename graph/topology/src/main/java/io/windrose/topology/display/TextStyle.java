package io.windrose.topology.display;

/// The sizes of type that the graph uses.
public enum TextStyle {
    /// Names of nodes.
    NAME(12, false),
    /// Titles of frames.
    TITLE(12, true),
    /// Pills, chips and hints.
    SMALL(11, false),
    /// Pills of errors and chips of versions.
    SMALL_STRONG(11, true),
    /// The title of a picture that stands alone.
    HEADING(16, true);

    private final double size;
    private final boolean strong;

    TextStyle(double size, boolean strong) {
        this.size = size;
        this.strong = strong;
    }

    public double size() {
        return size;
    }

    public boolean isStrong() {
        return strong;
    }

    /// How wide a text will be, near enough to size a pill: widths of Inter in thousandths of its
    /// size, in four classes.
    public double width(String text) {
        double width = 0;
        for (int at = 0; at < text.length(); at++) {
            width += thousandths(text.charAt(at));
        }
        return width * size / 1000 * (strong ? 1.05 : 1);
    }

    private static int thousandths(char each) {
        if ("iljI.,:;|!'".indexOf(each) >= 0) {
            return 270;
        }
        if ("frt ()-/".indexOf(each) >= 0) {
            return 370;
        }
        if ("mwMW%@".indexOf(each) >= 0) {
            return 870;
        }
        return Character.isUpperCase(each) || Character.isDigit(each) ? 640 : 585;
    }
}
