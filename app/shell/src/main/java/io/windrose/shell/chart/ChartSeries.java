package io.windrose.shell.chart;

import java.util.List;
import java.util.Optional;

/// @param name for the read-out and for screen readers
/// @param area also filled down to the axis
/// @param points oldest first
public record ChartSeries(String name, SeriesColour colour, boolean area, List<ChartPoint> points) {

    public ChartSeries {
        points = List.copyOf(points);
    }

    /// The newest point of which a value is known.
    Optional<ChartPoint> latest() {
        return points.reversed().stream().filter(point -> point.value().isPresent()).findFirst();
    }

    boolean isKnown() {
        return latest().isPresent();
    }
}
