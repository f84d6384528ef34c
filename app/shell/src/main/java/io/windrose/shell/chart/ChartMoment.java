package io.windrose.shell.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What all series say of one moment.
///
/// @param at of the point that is nearest to what was asked for
/// @param values in the order of the series
record ChartMoment(Instant at, List<Value> values) {

    /// @param value empty where the series knows nothing of that moment
    record Value(ChartSeries series, OptionalDouble value) {}

    /// @return empty when there are no points at all
    static Optional<ChartMoment> nearest(ChartData data, Instant wanted) {
        return data.series().stream()
                .flatMap(series -> series.points().stream())
                .map(ChartPoint::at)
                .min(Comparator.comparing((Instant at) -> Duration.between(at, wanted).abs()))
                .map(at -> at(data, at));
    }

    private static ChartMoment at(ChartData data, Instant at) {
        return new ChartMoment(
                at,
                data.series().stream()
                        .map(series -> new Value(series, value(series, at)))
                        .toList());
    }

    private static OptionalDouble value(ChartSeries series, Instant at) {
        return series.points().stream()
                .filter(point -> point.at().equals(at))
                .findFirst()
                .map(ChartPoint::value)
                .orElse(OptionalDouble.empty());
    }
}
