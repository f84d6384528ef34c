package io.windrose.canvas;

import io.windrose.topology.display.DisplayList;
import io.windrose.topology.display.Theme;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;

/// A whole display list as one picture, painted as on the screen; on the JavaFX thread.
public final class DisplayPicture {
    private DisplayPicture() {}

    /// @param scale pixels of the picture for one unit of the list
    public static WritableImage of(DisplayList page, Theme theme, double scale) {
        var area = page.area();
        var canvas = new Canvas(Math.ceil(area.width() * scale), Math.ceil(area.height() * scale));
        new CanvasPainter(canvas.getGraphicsContext2D(), theme)
                .paint(
                        Prepared.of(page),
                        new Camera(1, area.x(), area.y()),
                        area.width(),
                        area.height(),
                        scale);
        return canvas.snapshot(null, null);
    }
}
