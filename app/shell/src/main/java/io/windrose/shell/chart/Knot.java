package io.windrose.shell.chart;

import java.util.ArrayList;
import java.util.List;

/// A point of a line, in pixels from the upper left of the plot.
record Knot(double x, double y) {

    /// The parts of a series between its gaps; none of them is empty.
    static List<List<Knot>> runs(
            ChartSeries series, ChartScale scale, double width, double height) {
        var runs = new ArrayList<List<Knot>>();
        boolean open = false;
        for (var point : series.points()) {
            if (point.value().isEmpty()) {
                open = false;
                continue;
            }
            if (!open) {
                runs.add(new ArrayList<>());
                open = true;
            }
            runs.getLast()
                    .add(
                            new Knot(
                                    scale.x(point.at()) * width,
                                    scale.y(point.value().getAsDouble()) * height));
        }
        return runs;
    }
}
