package io.windrose.shell.panel;

import io.windrose.shell.chart.ChartData;
import io.windrose.shell.chart.ChartPoint;
import io.windrose.shell.chart.ChartRange;
import io.windrose.shell.chart.ChartSeries;
import io.windrose.shell.chart.SeriesColour;
import io.windrose.shell.chart.TimeChart;
import io.windrose.workspace.story.ChartStory;
import io.windrose.workspace.story.Series;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Charts below one another over the same time, which only the last one writes down.
final class ChartStack extends VBox {
    private static final double HEIGHT = 64;
    private static final double TIMES = 14;

    private final ZoneId zone;

    ChartStack(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("chart-stack");
    }

    void show(List<ChartStory> charts) {
        while (getChildren().size() < charts.size()) {
            getChildren().add(new Titled(zone));
        }
        getChildren().remove(charts.size(), getChildren().size());
        for (int i = 0; i < charts.size(); i++) {
            if (getChildren().get(i) instanceof Titled titled) {
                titled.show(charts.get(i), i == charts.size() - 1);
            }
        }
    }

    private static final class Titled extends VBox {
        private final Label title = RowParts.shrinking("wr-text-2", "wr-small");
        private final Label latest = RowParts.whole("wr-strong", "wr-small");
        private final TimeChart chart;

        Titled(ZoneId zone) {
            chart = new TimeChart(zone);
            getChildren().addAll(new HBox(title, RowParts.gap(), latest), chart);
        }

        void show(ChartStory story, boolean last) {
            title.setText(story.title());
            latest.setText(story.latest());
            chart.setTimesShown(last);
            double height = last ? HEIGHT + TIMES : HEIGHT;
            chart.setMinHeight(height);
            chart.setPrefHeight(height);
            chart.show(data(story));
        }
    }

    /// Filled is a lone line, and the highest one of several versions.
    private static ChartData data(ChartStory story) {
        return new ChartData(
                story.series().stream()
                        .map(series -> series(series, isFilled(series, story.series())))
                        .toList(),
                new ChartRange.FromZero(),
                story.limit(),
                story.unit());
    }

    private static boolean isFilled(Series series, List<Series> all) {
        return all.size() == 1 || (isVersion(series) && series.equals(highest(all)));
    }

    private static boolean isVersion(Series series) {
        return switch (series.role()) {
            case V1, V2, V3, V4 -> true;
            case HTTP, GRPC, TCP, DEGRADED, FAILING, QUIET -> false;
        };
    }

    private static Series highest(List<Series> all) {
        return all.stream().max(Comparator.comparingDouble(ChartStack::latest)).orElseThrow();
    }

    private static double latest(Series series) {
        return series.points().reversed().stream()
                .flatMapToDouble(point -> point.value().stream())
                .findFirst()
                .orElse(0);
    }

    private static ChartSeries series(Series series, boolean area) {
        return new ChartSeries(
                series.name(),
                colour(series.role()),
                area,
                series.points().stream()
                        .map(point -> new ChartPoint(point.at(), point.value()))
                        .toList());
    }

    private static SeriesColour colour(Series.Role role) {
        return switch (role) {
            case HTTP -> SeriesColour.HTTP;
            case GRPC -> SeriesColour.GRPC;
            case TCP -> SeriesColour.TCP;
            case V1 -> SeriesColour.V1;
            case V2 -> SeriesColour.V2;
            case V3 -> SeriesColour.V3;
            case V4 -> SeriesColour.V4;
            case DEGRADED -> SeriesColour.DEGRADED;
            case FAILING -> SeriesColour.FAILING;
            case QUIET -> SeriesColour.QUIET;
        };
    }
}
