package io.windrose.canvas;

import io.windrose.topology.display.Theme;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Affine;

/// The dots that run along edges, on a canvas of their own above the picture.
final class DotLayer {
    /// Thirty frames a second look smooth at these speeds and leave a software pipeline its breath.
    private static final long BETWEEN_FRAMES = 33_000_000;

    private final Canvas canvas = new Canvas();
    private final Affine place = new Affine();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    tick(now);
                }
            };
    private List<Flow> flows = List.of();
    private Camera camera = Camera.START;
    private Camera painted = Camera.START;
    private Theme theme = Theme.DARK;
    private double width;
    private double height;
    private double scale = 1;
    private double seconds = 1;
    private long last;
    private boolean runs;

    DotLayer() {
        canvas.getTransforms().add(place);
        canvas.setMouseTransparent(true);
        canvas.setManaged(false);
    }

    Canvas canvas() {
        return canvas;
    }

    void resize(double newWidth, double newHeight, double newScale) {
        width = newWidth;
        height = newHeight;
        scale = newScale;
        canvas.setWidth(Math.ceil(newWidth * newScale));
        canvas.setHeight(Math.ceil(newHeight * newScale));
    }

    void show(List<Flow> newFlows, Camera newCamera, Theme newTheme) {
        flows = newFlows;
        camera = newCamera;
        theme = newTheme;
        paint();
    }

    /// Moves the dots with the picture; the next frame paints them anew.
    void look(Camera newCamera) {
        camera = newCamera;
        move();
    }

    /// Where dots do not run they stand still.
    void run(boolean shouldRun) {
        if (shouldRun != runs) {
            runs = shouldRun;
            last = 0;
            if (runs) {
                timer.start();
            } else {
                timer.stop();
            }
        }
    }

    boolean runs() {
        return runs;
    }

    private void tick(long now) {
        if (last == 0) {
            last = now;
        } else if (now - last >= BETWEEN_FRAMES) {
            seconds += (now - last) / 1e9;
            last = now;
            paint();
        }
    }

    private void paint() {
        painted = camera;
        move();
        var seen = Drawn.dotsAreSeen(camera) ? flows : List.<Flow>of();
        canvas.setVisible(!seen.isEmpty());
        if (!seen.isEmpty()) {
            new CanvasPainter(canvas.getGraphicsContext2D(), theme)
                    .dots(seen, seconds, camera, width, height, scale);
        }
    }

    private void move() {
        camera.place(place, painted, scale);
    }
}
