package io.windrose.view.split;

import java.util.Objects;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The bar whose handles divide the requests of a route, with its keys below.
///
/// Tab goes from handle to handle; arrows move one by 1 %, with Shift by 5 %; Home and End to its
/// neighbours; 0 sends the version on its right back to zero.
public final class SplitBar extends VBox {
    private final SplitViewModel model;
    private final SplitTrack track;
    private Subscription shown = Subscription.EMPTY;

    /// @param colours the number of a subset's colour, 1 to 4
    public SplitBar(SplitViewModel model, ToIntFunction<String> colours) {
        this.model = model;
        track = new SplitTrack(model, colours);
        setId("split-bar");
        getStyleClass().add("split-bar");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SplitBar.class.getResource("split.css"))
                                .toExternalForm());
        getChildren().addAll(track, hints());
        sceneProperty()
                .subscribe(scene -> {
                    shown.unsubscribe();
                    shown = scene == null ? Subscription.EMPTY : follow();
                });
    }

    private Subscription follow() {
        refresh();
        return Subscription.combine(
                model.draftProperty().subscribe(this::refresh),
                model.askedProperty().subscribe(this::refresh));
    }

    private void refresh() {
        track.show(model.draft(), model.asked());
    }

    private HBox hints() {
        var was = hint("");
        was.textProperty().bind(track.unsaidProperty());
        var sum = new Label("Sum 100 %");
        sum.getStyleClass().add("split-sum");
        sum.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox();
        row.getStyleClass().add("split-hints");
        row.setAlignment(Pos.CENTER_LEFT);
        if (model.handles() > 0) {
            row.getChildren()
                    .addAll(
                            key("Tab", "next handle"),
                            key("←", "→", "1 %"),
                            key("Shift", "→", "5 %"),
                            key("0", "send back to zero"));
        }
        row.getChildren().addAll(space, was, sum);
        return row;
    }

    /// @param parts the key caps, and last what they do
    private static HBox key(String... parts) {
        var box = new HBox();
        box.getStyleClass().add("split-key");
        box.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < parts.length - 1; i++) {
            var cap = new Label(parts[i]);
            cap.getStyleClass().add("wr-key");
            cap.setMinWidth(USE_PREF_SIZE);
            box.getChildren().add(cap);
        }
        box.getChildren().add(hint(parts[parts.length - 1]));
        return box;
    }

    private static Label hint(String text) {
        var label = new Label(text);
        label.getStyleClass().add("split-hint");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
