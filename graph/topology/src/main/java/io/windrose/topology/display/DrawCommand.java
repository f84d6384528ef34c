package io.windrose.topology.display;

/// One thing to draw. Coordinates are pixels at 100 %, from the upper left corner of the picture.
public sealed interface DrawCommand {

    /// @param radius of the corners
    record Rectangle(
            double x,
            double y,
            double width,
            double height,
            double radius,
            Paint fill,
            Stroke stroke)
            implements DrawCommand {}

    record Circle(double x, double y, double radius, Paint fill, Stroke stroke)
            implements DrawCommand {}

    /// @param data path data of SVG with absolute commands only
    record Path(String data, Paint fill, Stroke stroke) implements DrawCommand {}

    record Line(Curve curve, Stroke stroke) implements DrawCommand {}

    /// A glyph around its middle.
    ///
    /// @param size of its square
    record Symbol(Glyph glyph, double x, double y, double size, Paint fill, Stroke stroke)
            implements DrawCommand {}

    /// @param y of the baseline
    record Text(double x, double y, String text, TextStyle style, Paint paint, Anchor anchor)
            implements DrawCommand {}

    /// What follows, until [End], is one thing that can be pointed at.
    ///
    /// @param kind `box`, `app`, `node`, `edge` or `label`
    /// @param id of the node or edge; of a frame its name
    /// @param words how a screen reader says it
    /// @param opacity of each shape in it, 0 to 1
    record Begin(String kind, String id, String words, double opacity) implements DrawCommand {}

    record End() implements DrawCommand {}

    /// Which point of a text its x is.
    enum Anchor {
        START,
        MIDDLE
    }
}
