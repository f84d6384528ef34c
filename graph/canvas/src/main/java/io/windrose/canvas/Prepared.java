package io.windrose.canvas;

import io.windrose.topology.display.DisplayList;
import io.windrose.topology.display.DrawCommand;
import io.windrose.topology.display.DrawCommand.Anchor;
import io.windrose.topology.display.Glyph;
import io.windrose.topology.display.Paint;
import io.windrose.topology.display.Stroke;
import io.windrose.topology.layout.Area;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A picture made ready to be painted often: paths are read, and each group knows what it covers.
///
/// @param groups in the order in which they are painted
record Prepared(List<Group> groups) {
    static final Prepared NOTHING = new Prepared(List.of());

    private static final double LINE_ROOM = 3;
    private static final Map<Glyph, Segments> GLYPHS = glyphs();

    Prepared {
        groups = List.copyOf(groups);
    }

    /// What belongs together, is in view together and is equally opaque.
    ///
    /// @param opacity 0 to 1
    record Group(double opacity, Area bounds, List<Mark> marks) {}

    /// One thing to paint.
    sealed interface Mark {
        record Frame(DrawCommand.Rectangle rectangle) implements Mark {}

        record Disc(DrawCommand.Circle circle) implements Mark {}

        record Wire(DrawCommand.Line line) implements Mark {}

        record Writing(DrawCommand.Text text) implements Mark {}

        /// @param scale of the segments before they are moved
        record Drawing(
                Segments segments, double scale, double dx, double dy, Paint fill, Stroke stroke)
                implements Mark {}
    }

    static Prepared of(DisplayList picture) {
        var groups = new ArrayList<Group>();
        var marks = new ArrayList<Mark>();
        var bounds = new Bounds();
        double opacity = 1;
        for (var command : picture.commands()) {
            switch (command) {
                case DrawCommand.Begin begin -> {
                    close(groups, marks, bounds, opacity);
                    opacity = begin.opacity();
                }
                case DrawCommand.End _ -> {
                    close(groups, marks, bounds, opacity);
                    opacity = 1;
                }
                case DrawCommand.Rectangle r -> {
                    marks.add(new Mark.Frame(r));
                    bounds.add(r.x(), r.y(), r.x() + r.width(), r.y() + r.height());
                }
                case DrawCommand.Circle c -> {
                    marks.add(new Mark.Disc(c));
                    bounds.add(
                            c.x() - c.radius(),
                            c.y() - c.radius(),
                            c.x() + c.radius(),
                            c.y() + c.radius());
                }
                case DrawCommand.Line line -> {
                    marks.add(new Mark.Wire(line));
                    var hull = line.curve().hull();
                    bounds.add(hull.x(), hull.y(), hull.right(), hull.bottom());
                }
                case DrawCommand.Path path -> {
                    var segments = Segments.parse(path.data());
                    marks.add(new Mark.Drawing(segments, 1, 0, 0, path.fill(), path.stroke()));
                    var box = segments.bounds();
                    bounds.add(box[0], box[1], box[2], box[3]);
                }
                case DrawCommand.Symbol s -> {
                    double scale = s.size() / 24;
                    double half = s.size() / 2;
                    var segments = GLYPHS.get(s.glyph());
                    if (segments != null) {
                        marks.add(
                                new Mark.Drawing(
                                        segments,
                                        scale,
                                        s.x() - half,
                                        s.y() - half,
                                        s.fill(),
                                        s.stroke()));
                    }
                    bounds.add(s.x() - half, s.y() - half, s.x() + half, s.y() + half);
                }
                case DrawCommand.Text text -> {
                    marks.add(new Mark.Writing(text));
                    double width = text.style().width(text.text());
                    double left = text.anchor() == Anchor.START ? text.x() : text.x() - width / 2;
                    double size = text.style().size();
                    bounds.add(left, text.y() - size, left + width, text.y() + size / 3);
                }
            }
        }
        close(groups, marks, bounds, opacity);
        return new Prepared(groups);
    }

    private static void close(List<Group> groups, List<Mark> marks, Bounds bounds, double opacity) {
        if (!marks.isEmpty()) {
            groups.add(new Group(opacity, bounds.take(), List.copyOf(marks)));
            marks.clear();
        }
    }

    private static Map<Glyph, Segments> glyphs() {
        var glyphs = new EnumMap<Glyph, Segments>(Glyph.class);
        for (var glyph : Glyph.values()) {
            glyphs.put(glyph, Segments.parse(glyph.data()));
        }
        return glyphs;
    }

    /// Grows around what is added.
    private static final class Bounds {
        private double left = Double.POSITIVE_INFINITY;
        private double top = Double.POSITIVE_INFINITY;
        private double right = Double.NEGATIVE_INFINITY;
        private double bottom = Double.NEGATIVE_INFINITY;

        void add(double newLeft, double newTop, double newRight, double newBottom) {
            left = Math.min(left, newLeft);
            top = Math.min(top, newTop);
            right = Math.max(right, newRight);
            bottom = Math.max(bottom, newBottom);
        }

        Area take() {
            var area = new Area(left, top, right - left, bottom - top).grown(LINE_ROOM);
            left = Double.POSITIVE_INFINITY;
            top = Double.POSITIVE_INFINITY;
            right = Double.NEGATIVE_INFINITY;
            bottom = Double.NEGATIVE_INFINITY;
            return area;
        }
    }
}
