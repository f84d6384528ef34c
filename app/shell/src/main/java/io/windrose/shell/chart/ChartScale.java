package io.windrose.shell.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;

/// Where values and moments lie in a unit square, with round numbers at both ends.
///
/// @param bottom value at the lower edge, less than `top`
/// @param from moment at the left edge, not after `to`
record ChartScale(double bottom, double top, Instant from, Instant to) {
    /// Tops and spans that people like to read, and whose half is no odder than themselves.
    private static final double[] ROUND = {1, 2, 4, 5, 6, 8, 10};

    private static final double HEADROOM = 1.02;

    /// @param data with at least one point
    static ChartScale of(ChartData data) {
        var moments =
                data.series().stream()
                        .flatMap(series -> series.points().stream())
                        .map(ChartPoint::at)
                        .sorted()
                        .toList();
        return switch (data.range()) {
            case ChartRange.FromZero() ->
                    new ChartScale(
                            0,
                            round(HEADROOM * values(data).max().orElse(0)),
                            moments.getFirst(),
                            moments.getLast());
            case ChartRange.UpTo(double top) -> {
                double lowest = values(data).min().orElse(top);
                yield new ChartScale(
                        top - round(HEADROOM * (top - lowest)),
                        top,
                        moments.getFirst(),
                        moments.getLast());
            }
        };
    }

    /// The next round number that is not below `value`; 1 for nothing.
    static double round(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : ROUND) {
            if (step * power >= value) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /// 0 at the left edge to 1 at the right one, where a lone moment lies too.
    double x(Instant at) {
        double span = Duration.between(from, to).toMillis();
        return span <= 0 ? 1 : Duration.between(from, at).toMillis() / span;
    }

    /// 0 at the upper edge to 1 at the lower one; values outside lie on the edge.
    double y(double value) {
        return 1 - Math.clamp((value - bottom) / (top - bottom), 0, 1);
    }

    Instant at(double x) {
        return from.plusMillis(Math.round(x * Duration.between(from, to).toMillis()));
    }

    /// @param three also the middle
    List<Double> ticks(boolean three) {
        return three ? List.of(bottom, (bottom + top) / 2, top) : List.of(bottom, top);
    }

    private static DoubleStream values(ChartData data) {
        return DoubleStream.concat(
                data.limit().stream(),
                data.series().stream()
                        .flatMap(series -> series.points().stream())
                        .flatMapToDouble(point -> point.value().stream()));
    }
}
