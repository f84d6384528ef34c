package io.windrose.shell.canary;

import java.time.ZoneId;
import java.util.Objects;
import javafx.scene.layout.AnchorPane;

/// What lies over the content while traffic is being shifted: the drawer at the right, and at the
/// foot of what remains of the graph a note. Presses beside the drawer go to the graph below.
public final class CanaryLayer extends AnchorPane {
    private static final double MARGIN = 16;

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
