package io.windrose.canvas;

import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Area;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Affine;

/// The last painted picture, a little larger than the window. Moving and zooming moves these
/// pixels; painting again makes them sharp.
final class Raster {
    /// Pixels painted beyond each edge of the window, so that a short drag uncovers nothing.
    private static final double MARGIN = 96;

    private final Canvas canvas = new Canvas();
    private final Affine place = new Affine();
    private Camera painted = Camera.START;
    private double width;
    private double height;
    private double scale = 1;

    Raster() {
        canvas.getTransforms().add(place);
        canvas.setMouseTransparent(true);
        canvas.setManaged(false);
    }

    Canvas canvas() {
        return canvas;
    }

    /// @param newScale pixels of the raster for one of the window; the screen's own scale comes on
    ///   top
    void resize(double newWidth, double newHeight, double newScale) {
        width = newWidth;
        height = newHeight;
        scale = newScale;
        canvas.setWidth(Math.ceil((newWidth + 2 * MARGIN) * newScale));
        canvas.setHeight(Math.ceil((newHeight + 2 * MARGIN) * newScale));
    }

    void paint(Prepared picture, Camera camera, Theme theme) {
        painted = camera.panned(MARGIN, MARGIN);
        new CanvasPainter(canvas.getGraphicsContext2D(), theme)
                .paint(picture, painted, width + 2 * MARGIN, height + 2 * MARGIN, scale);
        move(camera);
    }

    /// Shows what was painted where it would be in that camera.
    void move(Camera camera) {
        camera.place(place, painted, scale);
    }

    /// Whether the pixels fill the window in that camera, so that no edge is seen.
    boolean covers(Camera camera) {
        var has = painted.view(width + 2 * MARGIN, height + 2 * MARGIN);
        var needs = camera.view(width, height);
        return covers(has, needs);
    }

    boolean isSharp(Camera camera) {
        return painted.equals(camera.panned(MARGIN, MARGIN));
    }

    private static boolean covers(Area outer, Area inner) {
        return outer.x() <= inner.x()
                && outer.y() <= inner.y()
                && outer.right() >= inner.right()
                && outer.bottom() >= inner.bottom();
    }
}
