package io.windrose.shell.chart;

import java.time.ZoneId;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/// Round values on the left, lines across, moments below.
final class Axes extends Group {
    private static final double GAP = 6;
    private static final double BELOW = 5;

    /// From this height on, the middle is named too.
    private static final double ROOMY = 64;

    /// From this width on there is room for a moment in the middle.
    private static final double WIDE = 180;

    Axes() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void draw(ChartScale scale, PlotArea plot, boolean times, ZoneId zone) {
        getChildren().clear();
        for (double tick : scale.ticks(plot.height() >= ROOMY)) {
            double y = plot.sharpY(scale, tick);
            var line = new Line(plot.x(), y, plot.right(), y);
            line.getStyleClass().add("chart-grid");
            var label = add(ChartText.number(tick));
            label.setTextOrigin(VPos.CENTER);
            label.setX(Math.rint(plot.x() - GAP - label.getLayoutBounds().getWidth()));
            label.setY(y);
            getChildren().add(line);
            // Its own default is black, and this frame is drawn before the next pulse.
            line.applyCss();
        }
        if (times) {
            drawTimes(scale, plot, zone);
        }
    }

    private void drawTimes(ChartScale scale, PlotArea plot, ZoneId zone) {
        double[] places =
                scale.from().equals(scale.to())
                        ? new double[] {1}
                        : plot.width() >= WIDE ? new double[] {0, 0.5, 1} : new double[] {0, 1};
        for (double place : places) {
            var label = add(ChartText.moment(scale.at(place), scale, zone));
            label.setTextOrigin(VPos.TOP);
            double width = label.getLayoutBounds().getWidth();
            label.setX(Math.rint(plot.x() + place * (plot.width() - width)));
            label.setY(plot.bottom() + BELOW);
        }
    }

    /// Added before it is measured, because its font comes from the style sheet.
    private Text add(String words) {
        var text = new Text(words);
        text.getStyleClass().add("chart-tick");
        getChildren().add(text);
        text.applyCss();
        return text;
    }
}
