package io.windrose.shell.chart;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One series in the height of a line of text: no axes, no words.
public final class Sparkline extends Region {
    private static final double INSET = 3;

    private final SeriesShape shape = new SeriesShape(SeriesColour.QUIET);
    private @Nullable ChartSeries shown;

    public Sparkline() {
        getStyleClass().add("sparkline");
        getStylesheets().add(TimeChart.stylesheet());
        setMinSize(24, 14);
        setPrefSize(120, 18);
        getChildren().add(shape);
        shape.setVisible(false);
    }

    public void show(ChartSeries series) {
        if (series.equals(shown)) {
            return;
        }
        shown = series;
        shape.paint(series.colour());
        setAccessibleText(ChartSpeech.of(series, ""));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        shape.setVisible(shown != null && shown.isKnown());
        if (shown == null || !shown.isKnown()) {
            return;
        }
        var data =
                new ChartData(
                        List.of(shown), new ChartRange.FromZero(), OptionalDouble.empty(), "");

        shape.setLayoutY(INSET);
        shape.draw(shown, ChartScale.of(data), getWidth() - INSET, getHeight() - 2 * INSET);
    }
}
