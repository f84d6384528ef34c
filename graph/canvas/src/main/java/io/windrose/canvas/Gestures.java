package io.windrose.canvas;

import io.windrose.topology.Node;
import io.windrose.topology.layout.Point;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Turns mouse and keys into verbs of the model.
final class Gestures {
    /// Window pixels that a press may slip and still be a click.
    private static final double SLIP = 4;

    /// Window pixels beside an edge that still point at it.
    private static final double TOLERANCE = 6;

    /// One notch of a usual wheel is 40 units and zooms by a tenth.
    private static final double ZOOM_PER_UNIT = Math.log(1.1) / 40;

    private final TopologyViewModel model;
    private final Supplier<HitIndex> hits;
    private Optional<Press> press = Optional.empty();

    /// A button that is down. What was hit moves with the pointer: a node, or else the plane.
    ///
    /// @param centre of the node that was hit, before it moved
    private record Press(
            double startX,
            double startY,
            double lastX,
            double lastY,
            Selection hit,
            Optional<Point> centre,
            boolean moving) {

        Press at(double x, double y, boolean nowMoving) {
            return new Press(startX, startY, x, y, hit, centre, nowMoving);
        }
    }

    Gestures(TopologyViewModel model, Supplier<HitIndex> hits) {
        this.model = model;
        this.hits = hits;
    }

    void install(Region region, Runnable toggleLegend) {
        region.setOnMousePressed(event -> {
            region.requestFocus();
            onPress(event);
        });
        region.setOnMouseDragged(event -> {
            onDrag(event);
            region.setCursor(Cursor.CLOSED_HAND);
        });
        region.setOnMouseReleased(event -> {
            onRelease(event);
            region.setCursor(cursor(hit(event.getX(), event.getY())));
        });
        region.setOnMouseMoved(event -> {
            var hit = hit(event.getX(), event.getY());
            model.hover(hit);
            region.setCursor(cursor(hit));
        });
        region.setOnMouseExited(_ -> model.hover(Selection.NOTHING));
        region.setOnScroll(this::onScroll);
        region.setOnKeyPressed(event -> onKey(event, toggleLegend));
    }

    boolean isDragging() {
        return press.isPresent() && press.get().moving();
    }

    private void onPress(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
            var hit =
                    event.getButton() == MouseButton.PRIMARY
                            ? hit(event.getX(), event.getY())
                            : Selection.NOTHING;
            press =
                    Optional.of(
                            new Press(
                                    event.getX(),
                                    event.getY(),
                                    event.getX(),
                                    event.getY(),
                                    hit,
                                    centre(hit),
                                    false));
            event.consume();
        }
    }

    private void onDrag(MouseEvent event) {
        if (press.isEmpty()) {
            return;
        }
        var before = press.get();
        double x = event.getX();
        double y = event.getY();
        boolean moving =
                before.moving() || Math.hypot(x - before.startX(), y - before.startY()) > SLIP;
        if (moving) {
            model.hover(Selection.NOTHING);
            if (before.hit() instanceof Selection.OfNode(var node)) {
                place(before, node, x, y, false);
            } else {
                model.pan(x - before.lastX(), y - before.lastY());
            }
            press = Optional.of(before.at(x, y, true));
        }
        event.consume();
    }

    private void onRelease(MouseEvent event) {
        if (press.isEmpty()) {
            return;
        }
        var done = press.get();
        press = Optional.empty();
        if (done.moving()) {
            if (done.hit() instanceof Selection.OfNode(var node)) {
                place(done, node, event.getX(), event.getY(), true);
            }
        } else if (event.getButton() == MouseButton.PRIMARY) {
            model.select(done.hit());
            if (event.getClickCount() == 2) {
                model.open();
            }
        }
        event.consume();
    }

    private void place(Press start, Node node, double x, double y, boolean dropped) {
        double zoom = model.cameraProperty().get().zoom();
        start.centre()
                .map(centre ->
                        centre.plus((x - start.startX()) / zoom, (y - start.startY()) / zoom))
                .ifPresent(centre -> model.place(node, centre, dropped));
    }

    private Optional<Point> centre(Selection hit) {
        return hit instanceof Selection.OfNode(var node)
                ? Optional.ofNullable(model.shownProperty().get().layout().spots().get(node))
                        .map(spot -> spot.centre())
                : Optional.empty();
    }

    private void onScroll(ScrollEvent event) {
        if (event.isShiftDown()) {
            model.pan(event.getDeltaX() + event.getDeltaY(), 0);
        } else {
            model.zoom(Math.exp(event.getDeltaY() * ZOOM_PER_UNIT), event.getX(), event.getY());
        }
        event.consume();
    }

    private void onKey(KeyEvent event, Runnable toggleLegend) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean done = true;
        switch (event.getCode()) {
            case RIGHT -> model.walk(Direction.RIGHT);
            case LEFT -> model.walk(Direction.LEFT);
            case UP -> model.walk(Direction.UP);
            case DOWN -> model.walk(Direction.DOWN);
            case ENTER -> model.open();
            case ESCAPE -> done = model.outward();
            case F -> model.fit();
            case PLUS, EQUALS, ADD -> model.zoomIn();
            case MINUS, SUBTRACT -> model.zoomOut();
            case DIGIT0, NUMPAD0 -> model.zoomActual();
            case N -> model.toggleNeighbourhood();
            case L -> toggleLegend.run();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private Selection hit(double windowX, double windowY) {
        var camera = model.cameraProperty().get();
        var point = camera.toPicture(windowX, windowY);
        return hits.get().at(point.x(), point.y(), TOLERANCE / camera.zoom());
    }

    private static Cursor cursor(Selection hit) {
        return hit instanceof Selection.Nothing ? Cursor.DEFAULT : Cursor.HAND;
    }
}
