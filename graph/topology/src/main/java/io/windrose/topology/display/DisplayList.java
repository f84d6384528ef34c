package io.windrose.topology.display;

import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Layout;
import java.util.List;

/// A picture, as commands in the order in which they are painted. Equal graphs in equal layouts
/// give equal lists.
///
/// @param area what the picture covers; it may begin left of or above zero
public record DisplayList(Area area, List<DrawCommand> commands) {
    private static final double MARGIN = 24;
    private static final double CAPTION = 52;
    private static final double LEGEND = 44;
    private static final Area NOTHING = new Area(0, 0, 480, 40);

    public DisplayList {
        commands = List.copyOf(commands);
    }

    /// The graph with a title and a legend, to stand alone.
    ///
    /// @param hint what it covers, in small type beside the title
    public static DisplayList page(
            TopologySnapshot graph, Layout layout, String title, String hint) {
        var canvas = new Canvas();
        var inner = layout.bounds().orElse(NOTHING);
        double width =
                Math.max(
                        Math.max(inner.width(), Legend.width()),
                        TextStyle.HEADING.width(title) + TextStyle.SMALL.width(hint) + 16);
        var page =
                new Area(inner.x(), inner.y(), width, inner.height())
                        .grown(MARGIN, MARGIN + CAPTION, MARGIN, MARGIN + LEGEND);
        canvas.text(inner.x(), inner.y() - 32, title, TextStyle.HEADING, Paint.TEXT);
        canvas.text(
                inner.x() + TextStyle.HEADING.width(title) + 14,
                inner.y() - 32,
                hint,
                TextStyle.SMALL,
                Paint.TEXT_2);
        if (graph.nodes().isEmpty()) {
            canvas.text(
                    inner.x(),
                    inner.y() + 12,
                    "No traffic in this time. A longer --duration or --include-idle-edges shows"
                            + " more.",
                    TextStyle.NAME,
                    Paint.TEXT_2);
        }
        var routes = Routes.of(graph.edges().keySet(), layout);
        var _ = GraphDrawing.draw(canvas, graph, layout, routes, Look.PAGE);
        new Legend(canvas).draw(inner.x(), inner.bottom() + 34);
        return new DisplayList(page, canvas.commands());
    }
}
