package io.windrose.canvas;

import io.windrose.topology.layout.Area;
import java.util.Collection;
import java.util.List;

/// Finds the camera that shows everything as large as possible and nothing behind what floats over
/// the window.
///
/// @param width of the window
/// @param height of the window
/// @param covered parts of the window under something else, in its pixels
record Fit(double width, double height, List<Area> covered) {
    private static final double MARGIN = 14;

    /// In the middle, or else at an edge.
    private static final double[] PLACES = {0.5, 0, 1};

    /// How much smaller the picture may become to stay clear of what covers it.
    private static final double[] SHRINKINGS = {1, 0.95, 0.9, 0.85, 0.8};

    Fit {
        covered = List.copyOf(covered);
    }

    /// At 100 % at most, on whole pixels of the picture.
    ///
    /// @param whole of the picture
    /// @param parts that should not be covered
    Camera camera(Area whole, Collection<Area> parts) {
        double most =
                clamped(
                        Math.min(
                                1,
                                Math.min(
                                        (width - 2 * MARGIN) / whole.width(),
                                        (height - 2 * MARGIN) / whole.height())));
        for (double shrinking : SHRINKINGS) {
            double zoom = clamped(most * shrinking);
            for (double down : PLACES) {
                for (double across : PLACES) {
                    var camera = at(whole, zoom, across, down);
                    if (isClear(camera, parts)) {
                        return camera;
                    }
                }
            }
        }
        return at(whole, most, 0.5, 0.5);
    }

    private Camera at(Area whole, double zoom, double across, double down) {
        double freeX = Math.max(0, width - 2 * MARGIN - whole.width() * zoom);
        double freeY = Math.max(0, height - 2 * MARGIN - whole.height() * zoom);
        return new Camera(
                zoom,
                Math.rint(whole.x() - (MARGIN + freeX * across) / zoom),
                Math.rint(whole.y() - (MARGIN + freeY * down) / zoom));
    }

    private boolean isClear(Camera camera, Collection<Area> parts) {
        for (var cover : covered) {
            var corner = camera.toPicture(cover.x(), cover.y());
            var under =
                    new Area(
                            corner.x(),
                            corner.y(),
                            cover.width() / camera.zoom(),
                            cover.height() / camera.zoom());
            if (parts.stream().anyMatch(under::overlaps)) {
                return false;
            }
        }
        return true;
    }

    private static double clamped(double zoom) {
        return Math.clamp(zoom, Camera.LEAST, Camera.MOST);
    }
}
