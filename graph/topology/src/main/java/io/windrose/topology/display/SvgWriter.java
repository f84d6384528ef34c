package io.windrose.topology.display;

import static io.windrose.topology.display.PathData.format;

import io.windrose.topology.display.DrawCommand.Anchor;

/// A picture as one self-contained SVG document: no scripts, no style sheets, no links.
public final class SvgWriter {
    private static final String FONTS =
            "Inter, 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif";

    private final Theme theme;
    private final StringBuilder svg = new StringBuilder();
    private int depth = 1;

    private SvgWriter(Theme theme) {
        this.theme = theme;
    }

    public static String write(DisplayList picture, Theme theme) {
        var writer = new SvgWriter(theme);
        writer.open(picture);
        picture.commands().forEach(writer::command);
        return writer.svg.append("</svg>\n").toString();
    }

    private void open(DisplayList picture) {
        var area = picture.area();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(format(area.width()))
                .append("\" height=\"")
                .append(format(area.height()))
                .append("\" viewBox=\"")
                .append(format(area.x()))
                .append(' ')
                .append(format(area.y()))
                .append(' ')
                .append(format(area.width()))
                .append(' ')
                .append(format(area.height()))
                .append("\" font-family=\"")
                .append(FONTS)
                .append("\">\n");
        command(
                new DrawCommand.Rectangle(
                        area.x(),
                        area.y(),
                        area.width(),
                        area.height(),
                        0,
                        Paint.CANVAS,
                        Stroke.NONE));
    }

    private void command(DrawCommand command) {
        switch (command) {
            case DrawCommand.Begin begin -> {
                line(
                        "<g class=\""
                                + escaped(begin.kind())
                                + "\""
                                + (begin.opacity() < 1
                                        ? attribute("opacity", Double.toString(begin.opacity()))
                                        : "")
                                + "><title>"
                                + escaped(begin.words())
                                + "</title>");
                depth++;
            }
            case DrawCommand.End _ -> {
                depth--;
                line("</g>");
            }
            case DrawCommand.Rectangle r ->
                    line(
                            "<rect"
                                    + number("x", r.x())
                                    + number("y", r.y())
                                    + number("width", r.width())
                                    + number("height", r.height())
                                    + (r.radius() > 0 ? number("rx", r.radius()) : "")
                                    + painted(r.fill(), r.stroke())
                                    + "/>");
            case DrawCommand.Circle c ->
                    line(
                            "<circle"
                                    + number("cx", c.x())
                                    + number("cy", c.y())
                                    + number("r", c.radius())
                                    + painted(c.fill(), c.stroke())
                                    + "/>");
            case DrawCommand.Path path -> path(path.data(), path.fill(), path.stroke());
            case DrawCommand.Line each -> path(each.curve().data(), Paint.NONE, each.stroke());
            case DrawCommand.Symbol symbol ->
                    path(
                            symbol.glyph().at(symbol.x(), symbol.y(), symbol.size()),
                            symbol.fill(),
                            symbol.stroke());
            case DrawCommand.Text text ->
                    line(
                            "<text"
                                    + number("x", text.x())
                                    + number("y", text.y())
                                    + number("font-size", text.style().size())
                                    + (text.style().isStrong()
                                            ? attribute("font-weight", "600")
                                            : "")
                                    + (text.anchor() == Anchor.MIDDLE
                                            ? attribute("text-anchor", "middle")
                                            : "")
                                    + attribute("fill", text.paint().colour(theme))
                                    + ">"
                                    + escaped(text.text())
                                    + "</text>");
        }
    }

    private void path(String data, Paint fill, Stroke stroke) {
        line("<path" + attribute("d", data) + painted(fill, stroke) + "/>");
    }

    private String painted(Paint fill, Stroke stroke) {
        var text = attribute("fill", fill.colour(theme));
        if (stroke.width() > 0 && stroke.paint() != Paint.NONE) {
            text +=
                    attribute("stroke", stroke.paint().colour(theme))
                            + number("stroke-width", stroke.width())
                            + attribute("stroke-linecap", "round")
                            + attribute("stroke-linejoin", "round");
            if (stroke.dash() > 0) {
                text += attribute("stroke-dasharray", format(stroke.dash()));
            }
        }
        return text;
    }

    private void line(String element) {
        svg.append("  ".repeat(depth)).append(element).append('\n');
    }

    private static String number(String name, double value) {
        return attribute(name, format(value));
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    /// Also drops what XML cannot hold, since names come from anywhere.
    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .filter(point -> point >= 0x20 && point != 0xFFFE && point != 0xFFFF)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .forEach(point -> {
                    switch (point) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(point);
                    }
                });
        return safe.toString();
    }
}
