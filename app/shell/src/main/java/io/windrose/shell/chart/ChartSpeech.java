package io.windrose.shell.chart;

import java.util.stream.Collectors;

/// A chart in words, for those who do not see it.
final class ChartSpeech {

    private ChartSpeech() {}

    static String of(ChartData data) {
        if (!data.isKnown()) {
            return TimeChart.NOTHING;
        }
        var series =
                data.series().stream()
                        .map(each -> of(each, data.unit()))
                        .collect(Collectors.joining("; "));
        return data.limit().isEmpty()
                ? series
                : series + "; limit " + ChartText.withUnit(data.limit().getAsDouble(), data.unit());
    }

    /// `v3: 17.6 %, between 0 and 18 %`.
    static String of(ChartSeries series, String unit) {
        var latest = series.latest();
        if (latest.isEmpty()) {
            return series.name() + ": " + TimeChart.NOTHING;
        }
        var range =
                series.points().stream()
                        .flatMapToDouble(point -> point.value().stream())
                        .summaryStatistics();
        return series.name()
                + ": "
                + ChartText.withUnit(latest.get().value().orElseThrow(), unit)
                + ", between "
                + ChartText.number(range.getMin())
                + " and "
                + ChartText.withUnit(range.getMax(), unit);
    }
}
