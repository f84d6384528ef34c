package io.windrose.shell.canary;

import io.windrose.session.rollout.GuardRails;
import io.windrose.shell.chart.ChartData;
import io.windrose.shell.chart.ChartPoint;
import io.windrose.shell.chart.ChartRange;
import io.windrose.shell.chart.ChartSeries;
import io.windrose.shell.chart.SeriesColour;
import io.windrose.topology.Traffic;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The versions' figures over time.
///
/// @param success percent, with the guard rail's limit
/// @param p95 milliseconds, with the guard rail's limit
record Charts(ChartData success, ChartData p95) {
    /// So many lines can be told apart.
    private static final int MOST = 4;

    static Charts of(CanaryFacts facts) {
        return new Charts(
                chart(
                        facts,
                        new ChartRange.UpTo(100),
                        100 - facts.rails().maxErrorPercent(),
                        "%",
                        true,
                        traffic ->
                                traffic.isIdle()
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(100 - traffic.errorPercent())),
                chart(
                        facts,
                        new ChartRange.FromZero(),
                        facts.rails().maxP95Millis(),
                        "ms",
                        false,
                        traffic -> traffic.durationMillis(GuardRails.QUANTILE)));
    }

    private static ChartData chart(
            CanaryFacts facts,
            ChartRange range,
            double limit,
            String unit,
            boolean canaryFilled,
            Function<Traffic, OptionalDouble> figure) {
        var series = new ArrayList<ChartSeries>();
        for (var subset : facts.subsets()) {
            var points = new ArrayList<ChartPoint>();
            for (var interval : facts.observation().history()) {
                points.add(new ChartPoint(interval.at(), figure.apply(interval.traffic(subset))));
            }
            boolean known = points.stream().anyMatch(point -> point.value().isPresent());
            if (known && series.size() < MOST) {
                series.add(
                        new ChartSeries(
                                Words.subset(subset),
                                SeriesColour.version(facts.colours().of(subset)),
                                canaryFilled && subset.equals(facts.canary()),
                                points));
            }
        }
        return new ChartData(series, range, OptionalDouble.of(limit), unit);
    }
}
