package io.windrose.prometheus.graph;

import io.windrose.topology.display.DisplayList;
import io.windrose.topology.display.SvgWriter;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.StableLayout;

/// A graph as a picture that stands alone.
public final class GraphSvg {
    private GraphSvg() {}

    public static String write(GraphAnswer answer, Theme theme) {
        return SvgWriter.write(picture(answer), theme);
    }

    public static DisplayList picture(GraphAnswer answer) {
        return DisplayList.page(
                answer.graph(),
                StableLayout.arrange(answer.graph()),
                GraphTable.title(answer),
                GraphTable.hint(answer));
    }
}
