package io.windrose.canvas;

import io.windrose.canvas.Prepared.Mark;
import io.windrose.topology.Health;
import io.windrose.topology.display.DrawCommand;
import io.windrose.topology.display.Paint;
import io.windrose.topology.display.Stroke;
import io.windrose.topology.display.TextStyle;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Area;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints on a JavaFX canvas; nobody else does. Confined to the JavaFX application thread.
final class CanvasPainter {
    private static final double GRID = 24;
    private static final double DOT = 2.2;
    private static final double RING = 22;
    private static final double GRID_FROM_ZOOM = 0.5;

    private final GraphicsContext graphics;
    private final Palette palette;
    private double scale = 1;
    private double left;
    private double top;
    private boolean faint;
    private @Nullable TextStyle font;

    CanvasPainter(GraphicsContext graphics, Theme theme) {
        this.graphics = graphics;
        this.palette = Palette.of(theme);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.setTextBaseline(VPos.BASELINE);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    /// @param raster pixels of the canvas for one pixel of the window
    void paint(Prepared picture, Camera camera, double width, double height, double raster) {
        see(camera, raster);
        identity();
        graphics.setFill(palette.colour(Paint.CANVAS));
        graphics.fillRect(0, 0, width * raster, height * raster);
        grid(camera, width, height, raster);
        var view = camera.view(width, height);
        marks(picture, view);
    }

    /// Without a ground of its own.
    void paintOver(Prepared picture, Camera camera, double width, double height, double raster) {
        see(camera, raster);
        identity();
        graphics.clearRect(0, 0, width * raster, height * raster);
        marks(picture, camera.view(width, height));
    }

    /// The dots of all flows at one moment, on a ground that lets everything through.
    ///
    /// @param seconds since they began to run
    void dots(
            List<Flow> flows,
            double seconds,
            Camera camera,
            double width,
            double height,
            double raster) {
        see(camera, raster);
        identity();
        graphics.clearRect(0, 0, width * raster, height * raster);
        double radius = Math.max(DOT * scale, raster);
        var view = camera.view(width, height).grown(DOT);
        for (var flow : flows) {
            if (!flow.hull().grown(DOT).overlaps(view)) {
                continue;
            }
            faint = flow.isDimmed();
            flow.forEachDot(
                    seconds,
                    (x, y, paint) -> {
                        double atX = (x - left) * scale;
                        double atY = (y - top) * scale;
                        if (atX > -radius
                                && atY > -radius
                                && atX < width * raster + radius
                                && atY < height * raster + radius) {
                            graphics.setFill(colour(paint));
                            graphics.fillOval(atX - radius, atY - radius, 2 * radius, 2 * radius);
                        }
                    });
        }
        faint = false;
    }

    /// All frames, and all nodes as dots of their health.
    void overview(
            Shown shown,
            boolean stale,
            Overview small,
            double width,
            double height,
            double raster) {
        scale = small.zoom() * raster;
        left = small.x();
        top = small.y();
        identity();
        graphics.clearRect(0, 0, width * raster, height * raster);
        graphics.setFill(palette.colour(Paint.HOVER));
        for (var area : shown.layout().boxes().values()) {
            graphics.fillRect(
                    (area.x() - left) * scale,
                    (area.y() - top) * scale,
                    area.width() * scale,
                    area.height() * scale);
        }
        double radius = Math.clamp(RING * scale, 1.2 * raster, 2.5 * raster);
        shown.layout()
                .spots()
                .forEach((node, spot) -> {
                    var state = shown.graph().nodes().get(node);
                    var status = state == null ? Health.Status.NONE : state.health().status();
                    graphics.setFill(palette.colour(stale ? Paint.IDLE : healthPaint(status)));
                    graphics.fillOval(
                            (spot.centre().x() - left) * scale - radius,
                            (spot.centre().y() - top) * scale - radius,
                            2 * radius,
                            2 * radius);
                });
    }

    private static Paint healthPaint(Health.Status status) {
        return switch (status) {
            case NONE -> Paint.IDLE;
            case HEALTHY -> Paint.HEALTHY;
            case DEGRADED -> Paint.DEGRADED;
            case FAILING -> Paint.FAILING;
        };
    }

    private void see(Camera camera, double raster) {
        scale = camera.zoom() * raster;
        left = camera.x();
        top = camera.y();
        font = null;
    }

    private void marks(Prepared picture, Area view) {
        graphics.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
        for (var group : picture.groups()) {
            if (group.bounds().overlaps(view)) {
                faint = group.opacity() < 1;
                for (var mark : group.marks()) {
                    paint(mark);
                }
            }
        }
        faint = false;
        identity();
    }

    private Color colour(Paint paint) {
        return faint ? palette.faint(paint) : palette.colour(paint);
    }

    private void identity() {
        graphics.setTransform(1, 0, 0, 1, 0, 0);
    }

    private void grid(Camera camera, double width, double height, double raster) {
        if (camera.zoom() < GRID_FROM_ZOOM) {
            return;
        }
        graphics.setFill(palette.colour(Paint.GRID));
        double step = GRID * camera.zoom();
        double firstX = -Math.floorMod(Math.round(camera.x() * camera.zoom()), Math.round(step));
        double firstY = -Math.floorMod(Math.round(camera.y() * camera.zoom()), Math.round(step));
        double dot = raster * 1.5;
        for (double x = firstX; x < width; x += step) {
            for (double y = firstY; y < height; y += step) {
                graphics.fillRect(x * raster, y * raster, dot, dot);
            }
        }
    }

    private void paint(Mark mark) {
        switch (mark) {
            case Mark.Frame(var rectangle) -> frame(rectangle);
            case Mark.Disc(var circle) -> disc(circle);
            case Mark.Wire(var line) -> wire(line);
            case Mark.Writing(var text) -> write(text);
            case Mark.Drawing drawing -> draw(drawing);
        }
    }

    /// On whole pixels, so that lines are sharp.
    private void frame(DrawCommand.Rectangle r) {
        double x = snapped(r.x(), left);
        double y = snapped(r.y(), top);
        double width = snapped(r.x() + r.width(), left) - x;
        double height = snapped(r.y() + r.height(), top) - y;
        double arc = 2 * r.radius();
        if (r.fill() != Paint.NONE) {
            graphics.setFill(colour(r.fill()));
            if (arc > 0) {
                graphics.fillRoundRect(x, y, width, height, arc, arc);
            } else {
                graphics.fillRect(x, y, width, height);
            }
        }
        if (stroke(r.stroke())) {
            double half = 0.5 / scale;
            if (arc > 0) {
                graphics.strokeRoundRect(x + half, y + half, width, height, arc, arc);
            } else {
                graphics.strokeRect(x + half, y + half, width, height);
            }
        }
    }

    private double snapped(double at, double origin) {
        return Math.round((at - origin) * scale) / scale + origin;
    }

    private void disc(DrawCommand.Circle c) {
        double x = c.x() - c.radius();
        double y = c.y() - c.radius();
        double size = 2 * c.radius();
        if (c.fill() != Paint.NONE) {
            graphics.setFill(colour(c.fill()));
            graphics.fillOval(x, y, size, size);
        }
        if (stroke(c.stroke())) {
            graphics.strokeOval(x, y, size, size);
        }
    }

    private void wire(DrawCommand.Line line) {
        if (stroke(line.stroke())) {
            var curve = line.curve();
            graphics.beginPath();
            graphics.moveTo(curve.from().x(), curve.from().y());
            graphics.bezierCurveTo(
                    curve.towards().x(),
                    curve.towards().y(),
                    curve.coming().x(),
                    curve.coming().y(),
                    curve.to().x(),
                    curve.to().y());
            graphics.stroke();
        }
    }

    private void draw(Mark.Drawing drawing) {
        drawing.segments().trace(graphics, drawing.scale(), drawing.dx(), drawing.dy());
        if (drawing.fill() != Paint.NONE) {
            graphics.setFill(colour(drawing.fill()));
            graphics.fill();
        }
        if (stroke(drawing.stroke())) {
            graphics.stroke();
        }
    }

    private void write(DrawCommand.Text text) {
        if (font != text.style()) {
            font = text.style();
            graphics.setFont(Palette.font(text.style()));
        }
        graphics.setFill(colour(text.paint()));
        double x =
                text.anchor() == DrawCommand.Anchor.START
                        ? text.x()
                        : text.x() - text.style().width(text.text()) / 2;
        graphics.fillText(text.text(), snapped(x, left), snapped(text.y(), top));
    }

    private boolean stroke(Stroke stroke) {
        if (stroke.width() <= 0 || stroke.paint() == Paint.NONE) {
            return false;
        }
        graphics.setStroke(colour(stroke.paint()));
        graphics.setLineWidth(stroke.width());
        if (stroke.dash() > 0) {
            graphics.setLineDashes(stroke.dash());
        } else {
            graphics.setLineDashes((double[]) null);
        }
        return true;
    }
}
