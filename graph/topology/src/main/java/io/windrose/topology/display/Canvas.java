package io.windrose.topology.display;

import io.windrose.topology.display.DrawCommand.Anchor;
import io.windrose.topology.layout.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the commands of one picture in the order in which they are painted.
final class Canvas {
    /// How much is left of what stands back.
    private static final double FAINT = 0.32;

    private static final double PILL_HEIGHT = 20;
    private final List<DrawCommand> commands = new ArrayList<>();

    List<DrawCommand> commands() {
        return commands;
    }

    void begin(String kind, String id, String words) {
        commands.add(new DrawCommand.Begin(kind, id, words, 1));
    }

    void beginFaint(String kind, String id, String words) {
        commands.add(new DrawCommand.Begin(kind, id, words, FAINT));
    }

    void begin(String kind, String id, String words, boolean faint) {
        if (faint) {
            beginFaint(kind, id, words);
        } else {
            begin(kind, id, words);
        }
    }

    void end() {
        commands.add(new DrawCommand.End());
    }

    void rectangle(Area area, double radius, Paint fill, Stroke stroke) {
        commands.add(
                new DrawCommand.Rectangle(
                        area.x(), area.y(), area.width(), area.height(), radius, fill, stroke));
    }

    void circle(double x, double y, double radius, Paint fill, Stroke stroke) {
        commands.add(new DrawCommand.Circle(x, y, radius, fill, stroke));
    }

    void path(String data, Paint fill, Stroke stroke) {
        commands.add(new DrawCommand.Path(data, fill, stroke));
    }

    void line(Curve curve, Stroke stroke) {
        commands.add(new DrawCommand.Line(curve, stroke));
    }

    void glyph(Glyph glyph, double x, double y, double size, Paint paint, double width) {
        commands.add(
                new DrawCommand.Symbol(glyph, x, y, size, Paint.NONE, Stroke.of(paint, width)));
    }

    void solid(Glyph glyph, double x, double y, double size, Paint paint) {
        commands.add(new DrawCommand.Symbol(glyph, x, y, size, paint, Stroke.NONE));
    }

    void text(double x, double y, String text, TextStyle style, Paint paint) {
        commands.add(new DrawCommand.Text(x, y, text, style, paint, Anchor.START));
    }

    void centred(double x, double y, String text, TextStyle style, Paint paint) {
        commands.add(new DrawCommand.Text(x, y, text, style, paint, Anchor.MIDDLE));
    }

    /// A lock; what was measured has a filled body, what is only configured is an outline.
    void lock(Lock lock, double x, double y, double size, Paint paint) {
        if (lock.body() != null) {
            solid(lock.body(), x, y, size, paint);
        }
        glyph(lock.outline(), x, y, size, paint, 1.3);
    }

    /// A rounded label around its text.
    void pill(double x, double y, Pill pill) {
        double width = pill.width();
        rectangle(
                new Area(x - width / 2, y - PILL_HEIGHT / 2, width, PILL_HEIGHT),
                PILL_HEIGHT / 2,
                pill.fill(),
                Stroke.of(pill.line(), 1));
        double left = x - width / 2 + 8;
        if (pill.lock() != null) {
            lock(pill.lock(), left + 5, y - 0.5, 12, pill.lockPaint());
            left += 14;
        }
        text(left, y + 4, pill.text(), pill.style(), pill.paint());
    }

    /// The label of an edge.
    ///
    /// @param lock null where nothing is known
    record Pill(
            @Nullable Lock lock,
            Paint lockPaint,
            String text,
            TextStyle style,
            Paint paint,
            Paint fill,
            Paint line) {

        double width() {
            return style.width(text) + 16 + (lock == null ? 0 : 14);
        }

        static double height() {
            return PILL_HEIGHT;
        }
    }
}
