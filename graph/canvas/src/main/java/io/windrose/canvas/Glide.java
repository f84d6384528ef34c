package io.windrose.canvas;

import io.windrose.topology.Node;
import io.windrose.topology.display.Routes;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/// Moves nodes from one layout to the next in a third of a second, edges with them.
final class Glide extends Transition {
    private static final Duration TIME = Duration.millis(320);

    /// Beyond that a frame takes longer than the movement would be worth.
    private static final int MOST_NODES = 200;

    private final Layout from;
    private final Shown to;
    private final Consumer<Shown> frame;
    private final List<Node> moving;

    private Glide(Layout from, Shown to, List<Node> moving, Consumer<Shown> frame) {
        this.from = from;
        this.to = to;
        this.moving = moving;
        this.frame = frame;
        setCycleDuration(TIME);
        setInterpolator(Interpolator.EASE_BOTH);
    }

    /// @param frame takes each picture on the way, the last of them `to` itself
    /// @return not worth a glide: null; one node that moves follows the pointer by itself
    static @org.jspecify.annotations.Nullable Glide between(
            Layout from, Shown to, Consumer<Shown> frame) {
        var moving = new ArrayList<Node>();
        to.layout()
                .spots()
                .forEach((node, spot) -> {
                    var before = from.spots().get(node);
                    if (before != null && !before.centre().equals(spot.centre())) {
                        moving.add(node);
                    }
                });
        boolean worth = moving.size() > 1 && to.graph().nodes().size() <= MOST_NODES;
        return worth ? new Glide(from, to, moving, frame) : null;
    }

    @Override
    protected void interpolate(double share) {
        if (share >= 1) {
            frame.accept(to);
            return;
        }
        var layout = to.layout();
        for (var node : moving) {
            var start = from.spots().get(node);
            var end = to.layout().spots().get(node);
            if (start != null && end != null) {
                layout = layout.moved(node, between(start.centre(), end.centre(), share));
            }
        }
        frame.accept(
                new Shown(to.graph(), layout, Routes.of(to.routes().curves().keySet(), layout)));
    }

    private static Point between(Point from, Point to, double share) {
        return from.plus((to.x() - from.x()) * share, (to.y() - from.y()) * share);
    }
}
