package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Says at the foot of the graph that it shows what the draft would send.
final class GraphNote extends HBox {
    private final Label words = new Label("The graph shows what your draft would send");
    private final Label rate = new Label();
    private Subscription chosen = Subscription.EMPTY;
    private Subscription state = Subscription.EMPTY;

    GraphNote(CanaryViewModel model) {
        setId("canary-note");
        getStyleClass().addAll("wr-raised", "canary-note");
        getStylesheets()
                .add(
                        Objects.requireNonNull(CanaryDrawer.class.getResource("canary.css"))
                                .toExternalForm());
        setAlignment(Pos.CENTER_LEFT);
        setMaxHeight(USE_PREF_SIZE);
        setMouseTransparent(true);
        words.getStyleClass().add("wr-small");
        rate.getStyleClass().addAll("wr-tiny", "wr-text-2");
        rate.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(new IconView(Icon.EYE, IconView.NORMAL, "wr-accent"), words, space, rate);
        sceneProperty()
                .subscribe(scene -> {
                    chosen.unsubscribe();
                    state.unsubscribe();
                    if (scene != null) {
                        chosen =
                                model.chosenProperty()
                                        .subscribe(route -> {
                                            state.unsubscribe();
                                            setVisible(false);
                                            route.ifPresent(one ->
                                                    state =
                                                            one.stateProperty()
                                                                    .subscribe(this::show));
                                        });
                    }
                });
    }

    private void show(CanaryState now) {
        setVisible(!now.edgeLabels().isEmpty());
        rate.setText(now.graphNote());
    }
}
