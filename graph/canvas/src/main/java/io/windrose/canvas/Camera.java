package io.windrose.canvas;

import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Point;
import javafx.scene.transform.Affine;

/// Which part of the picture the window shows.
///
/// @param zoom 1 for 100 %; 0.1 to 4
/// @param x of the picture, at the left edge of the window
/// @param y of the picture, at the upper edge of the window
public record Camera(double zoom, double x, double y) {
    public static final double LEAST = 0.1;
    public static final double MOST = 4;
    public static final Camera START = new Camera(1, 0, 0);

    public Camera {
        if (!(zoom >= LEAST && zoom <= MOST)) {
            throw new IllegalArgumentException("zoom " + zoom + " is not " + LEAST + " to " + MOST);
        }
    }

    /// The picture's point under a pixel of the window.
    public Point toPicture(double windowX, double windowY) {
        return new Point(x + windowX / zoom, y + windowY / zoom);
    }

    /// The pixel of the window over a point of the picture.
    public Point toWindow(Point point) {
        return new Point((point.x() - x) * zoom, (point.y() - y) * zoom);
    }

    public Camera panned(double windowDx, double windowDy) {
        return new Camera(zoom, x - windowDx / zoom, y - windowDy / zoom);
    }

    /// The point under that pixel stays under it; beyond the limits the zoom stays at the limit.
    public Camera zoomed(double factor, double windowX, double windowY) {
        double next = clamped(zoom * factor);
        var fixed = toPicture(windowX, windowY);
        return new Camera(next, fixed.x() - windowX / next, fixed.y() - windowY / next);
    }

    /// In the middle of the window.
    public Camera centred(Point point, double windowWidth, double windowHeight) {
        return new Camera(
                zoom, point.x() - windowWidth / 2 / zoom, point.y() - windowHeight / 2 / zoom);
    }

    /// Puts pixels that were painted for another camera where they would be in this one.
    ///
    /// A pan alone moves them by whole pixels: anything between is interpolated, which costs the
    /// software pipeline many times as much, and is painted sharp soon after anyway.
    ///
    /// @param scale pixels of the raster for one of the window
    void place(Affine raster, Camera painted, double scale) {
        double factor = zoom / painted.zoom();
        double dx = (painted.x() - x) * zoom;
        double dy = (painted.y() - y) * zoom;
        boolean pans = zoom == painted.zoom();
        raster.setToTransform(
                factor / scale,
                0,
                pans ? Math.rint(dx) : dx,
                0,
                factor / scale,
                pans ? Math.rint(dy) : dy);
    }

    /// What the window covers.
    public Area view(double windowWidth, double windowHeight) {
        return new Area(x, y, windowWidth / zoom, windowHeight / zoom);
    }

    private static double clamped(double zoom) {
        return Math.clamp(zoom, LEAST, MOST);
    }
}
