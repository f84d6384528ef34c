package io.windrose.shell.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/// Values over time, as lines and areas of shapes, so that it is sharp at every scale and changes
/// colour with the theme.
///
/// The pointer asks for the values of one moment. Showing equal data again changes nothing.
public final class TimeChart extends Region {
    static final String NOTHING = "Nothing measured in this time";

    private static final double LEFT = 36;
    private static final double RIGHT = 4;
    private static final double TOP = 6;
    private static final double TIMES = 18;

    /// What is in front of its siblings, so that words may stand out of the chart.
    private static final double IN_FRONT = -1;

    private final ZoneId zone;
    private final Axes axes = new Axes();
    private final Group plot = new Group();
    private final Line limit = new Line();
    private final Text nothing = new Text(NOTHING);
    private final Cursor cursor;
    private final List<SeriesShape> shapes = new ArrayList<>();
    private ChartData data = ChartData.EMPTY;
    private OptionalDouble pointer = OptionalDouble.empty();
    private boolean times = true;

    /// @param zone in which moments are written
    public TimeChart(ZoneId zone) {
        this.zone = zone;
        cursor = new Cursor(zone);
        getStyleClass().add("time-chart");
        getStylesheets().add(stylesheet());
        setMinSize(96, 48);
        setPrefSize(300, 76);
        setPickOnBounds(true);
        limit.getStyleClass().add("chart-limit");
        nothing.getStyleClass().add("chart-nothing");
        nothing.setTextOrigin(VPos.CENTER);
        for (var part : List.of(plot, limit, nothing)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        getChildren().addAll(axes, plot, limit, nothing, cursor);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(OptionalDouble.of(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(OptionalDouble.empty()));
        setAccessibleText(NOTHING);
    }

    static String stylesheet() {
        return Objects.requireNonNull(TimeChart.class.getResource("chart.css")).toExternalForm();
    }

    public void show(ChartData newData) {
        if (newData.equals(data)) {
            return;
        }
        data = newData;
        for (int i = 0; i < data.series().size(); i++) {
            var colour = data.series().get(i).colour();
            if (i == shapes.size()) {
                var shape = new SeriesShape(colour);
                shapes.add(shape);
                plot.getChildren().add(shape);
            } else {
                shapes.get(i).paint(colour);
            }
        }
        setAccessibleText(ChartSpeech.of(data));
        requestLayout();
    }

    /// Whether moments are written below; of charts that stand below one another only the last one
    /// needs them.
    public void setTimesShown(boolean shown) {
        times = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        boolean known = data.isKnown();
        for (var part : List.of(axes, plot)) {
            part.setVisible(known);
        }
        nothing.setVisible(!known);
        limit.setVisible(known && data.limit().isPresent());
        if (known) {
            draw(ChartScale.of(data), area());
        } else {
            cursor.setVisible(false);
            nothing.setX(Math.rint((getWidth() - nothing.getLayoutBounds().getWidth()) / 2));
            nothing.setY(Math.rint(getHeight() / 2));
        }
    }

    private PlotArea area() {
        return new PlotArea(
                LEFT,
                TOP,
                Math.max(1, getWidth() - LEFT - RIGHT),
                Math.max(1, Math.floor(getHeight() - TOP - (times ? TIMES : TOP))));
    }

    private void draw(ChartScale scale, PlotArea area) {
        axes.draw(scale, area, times, zone);
        plot.setLayoutX(area.x());
        plot.setLayoutY(area.y());
        for (int i = 0; i < shapes.size(); i++) {
            boolean used = i < data.series().size();
            shapes.get(i).setVisible(used);
            if (used) {
                shapes.get(i).draw(data.series().get(i), scale, area.width(), area.height());
            }
        }
        data.limit()
                .ifPresent(value -> {
                    double y = area.sharpY(scale, value);
                    limit.setStartX(area.x());
                    limit.setStartY(y);
                    limit.setEndX(area.right());
                    limit.setEndY(y);
                });
        drawCursor(scale, area);
    }

    private void drawCursor(ChartScale scale, PlotArea area) {
        var moment =
                pointer.stream()
                        .mapToObj(x -> scale.at((x - area.x()) / area.width()))
                        .findFirst()
                        .flatMap(wanted -> ChartMoment.nearest(data, wanted));
        cursor.setVisible(moment.isPresent());
        moment.ifPresent(at -> cursor.show(at, scale, area, getWidth(), data.unit()));
    }

    private void point(OptionalDouble x) {
        pointer = x;
        setViewOrder(x.isPresent() ? IN_FRONT : 0);
        if (data.isKnown()) {
            drawCursor(ChartScale.of(data), area());
        }
    }
}
