package io.windrose.canvas;

import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Area;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;

/// The whole graph in small, with the part that is in view; pressing goes there.
final class Minimap extends StackPane {
    static final double WIDTH = 140;
    static final double HEIGHT = 112;
    private static final double INSET = 5;
    private static final double LEAST_ZOOM = 0.002;

    private final TopologyViewModel model;
    private final ObservableValue<Theme> theme;
    private final Canvas canvas = new Canvas(WIDTH - 2 * INSET, HEIGHT - 2 * INSET);
    private final Scale shrink = new Scale(1, 1);
    private double windowWidth;
    private double windowHeight;
    private double raster = 1;

    Minimap(TopologyViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        setId("minimap");
        getStyleClass().add("wr-floating");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        canvas.getTransforms().add(shrink);
        canvas.setManaged(false);
        canvas.relocate(INSET, INSET);
        getChildren().add(canvas);
        setAccessibleText("Overview of the graph");
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
    }

    Subscription follow() {
        return Subscription.combine(
                model.cameraProperty().subscribe(_ -> paint()),
                model.shownProperty().subscribe(_ -> paint()),
                model.staleProperty().subscribe(_ -> paint()),
                theme.subscribe(_ -> paint()));
    }

    void window(double width, double height, double newRaster) {
        windowWidth = width;
        windowHeight = height;
        raster = newRaster;
        shrink.setX(1 / raster);
        shrink.setY(1 / raster);
        canvas.setWidth((WIDTH - 2 * INSET) * raster);
        canvas.setHeight((HEIGHT - 2 * INSET) * raster);
        paint();
    }

    private void paint() {
        var view = model.cameraProperty().get().view(windowWidth, windowHeight);
        new CanvasPainter(canvas.getGraphicsContext2D(), theme.getValue())
                .overview(
                        model.shownProperty().get(),
                        model.staleProperty().get(),
                        small(),
                        view,
                        WIDTH - 2 * INSET,
                        HEIGHT - 2 * INSET,
                        raster);
    }

    private void go(MouseEvent event) {
        var point = small().toPicture(event.getX() - INSET, event.getY() - INSET);
        model.lookAt(point);
        event.consume();
    }

    /// The graph and what is in view, whole.
    private Overview small() {
        var view = model.cameraProperty().get().view(windowWidth, windowHeight);
        var bounds = model.shownProperty().get().layout().bounds().orElse(view);
        Area all = bounds.union(overlap(view, bounds));
        double width = WIDTH - 2 * INSET;
        double height = HEIGHT - 2 * INSET;
        double zoom = Math.max(LEAST_ZOOM, Math.min(width / all.width(), height / all.height()));
        return new Overview(
                zoom, all.centre().x() - width / 2 / zoom, all.centre().y() - height / 2 / zoom);
    }

    /// A view far away from the graph does not shrink it to nothing.
    private static Area overlap(Area view, Area bounds) {
        var room =
                bounds.grown(
                        bounds.width() / 2,
                        bounds.height() / 2,
                        bounds.width() / 2,
                        bounds.height() / 2);
        double left = Math.clamp(view.x(), room.x(), room.right());
        double top = Math.clamp(view.y(), room.y(), room.bottom());
        double right = Math.clamp(view.right(), room.x(), room.right());
        double bottom = Math.clamp(view.bottom(), room.y(), room.bottom());
        return new Area(left, top, right - left, bottom - top);
    }
}
