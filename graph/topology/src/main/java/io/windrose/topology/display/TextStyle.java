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
    HEADING(16, true),
    /// Titles of frames when the picture is so small that others could not be read.
    FAR(32, true);

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

    /// How wide a text is in the font Inter, without kerning.
    public double width(String text) {
        double width = 0;
        for (int at = 0; at < text.length(); at++) {
            width += FontWidths.of(text.charAt(at), strong);
        }
        return width * size / 1000;
    }
}
