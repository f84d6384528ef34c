package io.windrose.shell.chart;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// One series as shapes: area, line, and a dot on its newest value.
final class SeriesShape extends Group {
    private static final double DOT = 2.75;

    /// Half the length of a lone value between two gaps.
    private static final double SPECK = 0.75;

    private final Path area = new Path();
    private final Path line = new Path();
    private final Circle dot = new Circle(DOT);

    SeriesShape(SeriesColour colour) {
        paint(colour);
        setManaged(false);
        setMouseTransparent(true);
        area.getStyleClass().add("series-area");
        line.getStyleClass().add("series-line");
        dot.getStyleClass().add("series-dot");
        getChildren().addAll(area, line, dot);
    }

    /// Not while things are laid out: style classes take effect before that.
    void paint(SeriesColour colour) {
        getStyleClass().setAll(colour.styleClass());
    }

    void draw(ChartSeries series, ChartScale scale, double width, double height) {
        line.getElements().clear();
        area.getElements().clear();
        for (var run : Knot.runs(series, scale, width, height)) {
            drawLine(line, run);
            if (series.area()) {
                drawArea(run, height);
            }
        }
        dot.setVisible(series.isKnown());
        series.latest()
                .ifPresent(latest -> {
                    dot.setCenterX(scale.x(latest.at()) * width);
                    dot.setCenterY(scale.y(latest.value().orElseThrow()) * height);
                });
    }

    private void drawArea(List<Knot> run, double height) {
        drawLine(area, run);
        area.getElements()
                .addAll(
                        new LineTo(run.getLast().x(), height),
                        new LineTo(run.getFirst().x(), height),
                        new LineTo(run.getFirst().x(), run.getFirst().y()));
    }

    private static void drawLine(Path path, List<Knot> run) {
        var first = run.getFirst();
        var elements = path.getElements();
        if (run.size() == 1) {
            elements.addAll(
                    new MoveTo(first.x() - SPECK, first.y()),
                    new LineTo(first.x() + SPECK, first.y()));
            return;
        }
        elements.add(new MoveTo(first.x(), first.y()));
        var smooth = new SmoothLine(run);
        for (int i = 0; i < run.size() - 1; i++) {
            var leaving = smooth.leaving(i);
            var arriving = smooth.arriving(i);
            var next = run.get(i + 1);
            elements.add(
                    new CubicCurveTo(
                            leaving.x(),
                            leaving.y(),
                            arriving.x(),
                            arriving.y(),
                            next.x(),
                            next.y()));
        }
    }
}
