package io.windrose.shell.chart;

import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was measured at one moment, floating beside the pointer.
final class ReadOut extends VBox {
    private final ZoneId zone;

    ReadOut(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("read-out");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(ChartMoment moment, String unit) {
        var time = new Label(ChartText.exactMoment(moment.at(), zone));
        time.getStyleClass().add("read-out-time");
        getChildren().setAll(time);
        for (var value : moment.values()) {
            var words =
                    value.value().isPresent()
                            ? ChartText.withUnit(value.value().getAsDouble(), unit)
                            : "not known";
            getChildren().add(row(value, words));
        }
        setVisible(true);
        applyCss();
        autosize();
    }

    private static HBox row(ChartMoment.Value value, String words) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("read-out-swatch", value.series().colour().styleClass());
        var name = new Label(value.series().name());
        name.getStyleClass().add("read-out-name");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var figure = new Label(words);
        figure.getStyleClass().add("read-out-value");
        var row = new HBox(swatch, name, gap, figure);
        row.getStyleClass().add("read-out-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
