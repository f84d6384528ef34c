package io.windrose.topology.display;

import io.windrose.topology.display.DrawCommand.Anchor;
import io.windrose.topology.layout.Area;
import java.util.ArrayList;
import java.util.List;

/// Collects the commands of one picture in the order in which they are painted.
final class Canvas {
    private static final double PILL_HEIGHT = 20;
    private final List<DrawCommand> commands = new ArrayList<>();

    List<DrawCommand> commands() {
        return commands;
    }

    void begin(String kind, String id, String words) {
        commands.add(new DrawCommand.Begin(kind, id, words));
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

    void icon(Icon icon, double x, double y, double size, Paint paint, double width) {
        path(icon.at(x, y, size), Paint.NONE, Stroke.of(paint, width));
    }

    void text(double x, double y, String text, TextStyle style, Paint paint) {
        commands.add(new DrawCommand.Text(x, y, text, style, paint, Anchor.START));
    }

    void centred(double x, double y, String text, TextStyle style, Paint paint) {
        commands.add(new DrawCommand.Text(x, y, text, style, paint, Anchor.MIDDLE));
    }

    /// A rounded label around `text`, with a lock in front unless `lock` is null.
    void pill(double x, double y, Pill pill) {
        double width = pill.width();
        rectangle(
                new Area(x - width / 2, y - PILL_HEIGHT / 2, width, PILL_HEIGHT),
                PILL_HEIGHT / 2,
                pill.fill(),
                Stroke.of(pill.line(), 1));
        double left = x - width / 2 + 8;
        if (pill.lock() != null) {
            icon(pill.lock(), left + 5, y - 0.5, 12, pill.lockPaint(), 1.3);
            left += 14;
        }
        text(left, y + 4, pill.text(), pill.style(), pill.paint());
    }

    /// The label of an edge.
    ///
    /// @param lock null where nobody measured
    record Pill(
            @org.jspecify.annotations.Nullable Icon lock,
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
