package io.windrose.shell.canary;

import java.time.ZoneId;
import java.util.Objects;
import javafx.scene.layout.AnchorPane;

/// What lies over the content while traffic is being shifted: the drawer at the right, and at the
/// foot of what remains of the graph a note. Presses beside the drawer go to the graph below.
public final class CanaryLayer extends AnchorPane {
    private static final double MARGIN = 16;
    private static final double NOTE = 400;

    public CanaryLayer(CanaryViewModel model, ZoneId zone) {
        setId("canary-layer");
        setPickOnBounds(false);
        getStylesheets()
                .add(
                        Objects.requireNonNull(CanaryLayer.class.getResource("canary.css"))
                                .toExternalForm());
        var drawer = new CanaryDrawer(model, zone);
        setTopAnchor(drawer, 0.0);
        setBottomAnchor(drawer, 0.0);
        setRightAnchor(drawer, 0.0);
        var note = new GraphNote(model);
        note.setMinWidth(0);
        // beside the drawer of a small window there is no room for a sentence
        note.opacityProperty()
                .bind(note.widthProperty().map(width -> width.doubleValue() < NOTE ? 0 : 1));
        setLeftAnchor(note, MARGIN);
        setRightAnchor(note, CanaryDrawer.WIDTH + MARGIN);
        setBottomAnchor(note, MARGIN);
        getChildren().addAll(note, drawer);
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(model.openProperty());
        model.openProperty()
                .subscribe(open -> {
                    if (open) {
                        drawer.requestFocus();
                    }
                });
    }
}
