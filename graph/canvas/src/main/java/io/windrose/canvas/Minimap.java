package io.windrose.canvas;

import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Area;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;

/// The whole graph in small, with the part that is in view; pressing goes there.
final class Minimap extends StackPane {
    static final double WIDTH = 140;
    static final double HEIGHT = 112;
    private static final double INSET = 5;
    private static final double LEAST_FRAME = 5;

    /// Around the graph, in its own pixels.
    private static final double MARGIN = 40;

    private static final Area NOTHING = new Area(0, 0, 1_000, 800);

    private final TopologyViewModel model;
    private final ObservableValue<Theme> theme;
    private final Canvas canvas = new Canvas(WIDTH - 2 * INSET, HEIGHT - 2 * INSET);
    private final Scale shrink = new Scale(1, 1);
    private final Rectangle frame = new Rectangle();
    private Overview small = overview(Shown.NOTHING);
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
        frame.getStyleClass().add("wr-view-frame");
        frame.setArcWidth(6);
        frame.setArcHeight(6);
        frame.setManaged(false);
        getChildren().addAll(canvas, frame);
        setAccessibleText("Overview of the graph");
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
    }

    Subscription follow() {
        return Subscription.combine(
                model.cameraProperty().subscribe(_ -> frame()),
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
        small = overview(model.shownProperty().get());
        new CanvasPainter(canvas.getGraphicsContext2D(), theme.getValue())
                .overview(
                        model.shownProperty().get(),
                        model.staleProperty().get(),
                        small,
                        WIDTH - 2 * INSET,
                        HEIGHT - 2 * INSET,
                        raster);
        frame();
    }

    /// Puts the frame around what is in view, as far as that is on the map.
    private void frame() {
        var view = model.cameraProperty().get().view(windowWidth, windowHeight);
        double left = within((view.x() - small.x()) * small.zoom(), WIDTH);
        double top = within((view.y() - small.y()) * small.zoom(), HEIGHT);
        double right = within((view.right() - small.x()) * small.zoom(), WIDTH);
        double bottom = within((view.bottom() - small.y()) * small.zoom(), HEIGHT);
        frame.setX(Math.rint(INSET + left) + 0.5);
        frame.setY(Math.rint(INSET + top) + 0.5);
        frame.setWidth(Math.max(LEAST_FRAME, Math.rint(right - left) - 1));
        frame.setHeight(Math.max(LEAST_FRAME, Math.rint(bottom - top) - 1));
    }

    private static double within(double at, double side) {
        return Math.clamp(at, 0, side - 2 * INSET);
    }

    private void go(MouseEvent event) {
        var point = small.toPicture(event.getX() - INSET, event.getY() - INSET);
        model.lookAt(point);
        event.consume();
    }

    private static Overview overview(Shown shown) {
        var all = shown.layout().bounds().orElse(NOTHING).grown(MARGIN);
        double width = WIDTH - 2 * INSET;
        double height = HEIGHT - 2 * INSET;
        double zoom = Math.min(width / all.width(), height / all.height());
        return new Overview(
                zoom, all.centre().x() - width / 2 / zoom, all.centre().y() - height / 2 / zoom);
    }
}
