package io.windrose.shell.panel;

import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.Health;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// A node as the graph draws it: the outline says what it is, the colour how it is.
final class NodeFigure extends StackPane {
    private static final double SIZE = 34;

    private record Drawn(NodeShape shape, Health.Status status) {}

    private final Slot<Drawn> slot = new Slot<>(NodeFigure::draw);

    NodeFigure() {
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getChildren().add(slot);
    }

    void show(NodeShape shape, Health.Status status) {
        slot.show(new Drawn(shape, status));
    }

    private static StackPane draw(Drawn drawn) {
        var outline = new SVGPath();
        outline.setContent(drawn.shape().outline());
        outline.getStyleClass().addAll("node-outline", Tone.of(drawn.status()).styleClass());
        if (drawn.shape().isDashed()) {
            outline.getStyleClass().add("dashed");
        }
        return new StackPane(outline, new IconView(drawn.shape().icon(), 15, "wr-text"));
    }
}
