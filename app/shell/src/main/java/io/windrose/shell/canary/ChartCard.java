package io.windrose.shell.canary;

import io.windrose.shell.chart.ChartData;
import io.windrose.shell.chart.TimeChart;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One figure of all versions over time.
final class ChartCard extends VBox {
    private final TimeChart chart;
    private final HBox chips = new HBox();
    private List<String> shown = List.of();

    ChartCard(String title, String id, ZoneId zone) {
        chart = new TimeChart(zone);
        chart.setId(id);
        chart.setPrefHeight(100);
        chips.getStyleClass().add("canary-chips");
        getStyleClass().addAll("wr-card", "canary-chart");
        getChildren().addAll(Cards.title(title, chips), chart);
    }

    void show(ChartData data, List<VersionRow> rows) {
        chart.show(data);
        var names = rows.stream().map(row -> row.subset() + row.colour()).toList();
        if (!names.equals(shown)) {
            shown = names;
            chips.getChildren().setAll(rows.stream().map(ChartCard::chip).toList());
        }
    }

    private static Node chip(VersionRow row) {
        var chip = new Label(Words.subset(row.subset()));
        chip.getStyleClass().addAll("wr-chip", "wr-v" + row.colour());
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }
}
