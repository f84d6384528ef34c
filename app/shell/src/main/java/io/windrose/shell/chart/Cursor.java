package io.windrose.shell.chart;

import java.time.ZoneId;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// The moment under the pointer: a line, a dot on each series, and the values in words.
final class Cursor extends Group {
    private static final double DOT = 3;
    private static final double ASIDE = 10;

    private final Line line = new Line();
    private final Group dots = new Group();
    private final ReadOut words;

    Cursor(ZoneId zone) {
        words = new ReadOut(zone);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        line.getStyleClass().add("chart-cursor");
        getChildren().addAll(line, dots, words);
    }

    /// @param right edge that the words must not cross
    void show(ChartMoment moment, ChartScale scale, PlotArea plot, double right, String unit) {
        double x = plot.x() + scale.x(moment.at()) * plot.width();
        double sharp = Math.floor(x) + 0.5;
        line.setStartX(sharp);
        line.setEndX(sharp);
        line.setStartY(plot.y());
        line.setEndY(plot.bottom());
        dots.getChildren().clear();
        for (var value : moment.values()) {
            value.value()
                    .ifPresent(known -> {
                        var dot = new Circle(x, plot.y() + scale.y(known) * plot.height(), DOT);
                        dot.getStyleClass()
                                .addAll(
                                        "series-dot",
                                        "hovered",
                                        value.series().colour().styleClass());
                        dots.getChildren().add(dot);
                    });
        }
        setVisible(true);
        words.show(moment, unit);
        boolean fits = x + ASIDE + words.getWidth() <= right;
        words.relocate(
                Math.rint(fits ? x + ASIDE : Math.max(0, x - ASIDE - words.getWidth())),
                Math.rint(plot.y()));
    }
}
