package io.windrose.shell.chart;

import java.util.List;
import java.util.OptionalDouble;

/// What one chart shows.
///
/// @param series one to four, painted in this order
/// @param limit a value that is drawn as a dashed line; empty for none
/// @param unit behind the values of the read-out, such as `ms`; empty for none
public record ChartData(
        List<ChartSeries> series, ChartRange range, OptionalDouble limit, String unit) {
    public static final ChartData EMPTY =
            new ChartData(List.of(), new ChartRange.FromZero(), OptionalDouble.empty(), "");

    public ChartData {
        series = List.copyOf(series);
    }

    /// From zero and without a limit.
    public static ChartData of(String unit, ChartSeries... series) {
        return new ChartData(
                List.of(series), new ChartRange.FromZero(), OptionalDouble.empty(), unit);
    }

    /// Whether there is a value to draw.
    boolean isKnown() {
        return series.stream().anyMatch(ChartSeries::isKnown);
    }
}
