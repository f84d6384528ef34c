package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Kept;
import io.windrose.shell.theme.IconView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The usual steps of a canary; each sets the draft.
final class StepsCard extends VBox {
    private final Kept<StepState, StepButton> buttons;
    private final HBox row = new HBox();
    private final Label held =
            new Label("Held", new IconView(Icon.PAUSE, IconView.SMALL, "wr-degraded"));
    private final Label note = new Label();
    private List<StepState> shown = List.of();

    StepsCard(RouteViewModel model) {
        buttons =
                new Kept<>(
                        StepState::percent,
                        step -> new StepButton(model, step.percent()),
                        StepButton::show);
        getStyleClass().addAll("wr-card", "canary-card");
        row.getStyleClass().add("canary-steps");
        held.getStyleClass().addAll("wr-chip", "wr-degraded");
        held.setMinWidth(USE_PREF_SIZE);
        held.setTooltip(new Tooltip("A guard rail is broken: no step forward is advised"));
        note.getStyleClass().addAll("wr-tiny", "wr-text-2");
        note.setGraphic(new IconView(Icon.CLOCK, IconView.SMALL));
        getChildren().addAll(Cards.title("Steps", held), row, note);
    }

    void show(String canary, List<StepState> steps, boolean isHeld) {
        held.setVisible(isHeld);
        note.setText(
                "A step sets the draft of %s and never starts by itself."
                        .formatted(Words.subset(canary)));
        if (!steps.equals(shown)) {
            shown = steps;
            buttons.show(steps, row.getChildren());
        }
    }

    /// One step, which stays while its meaning changes.
    private static final class StepButton extends Button {
        private final Label word = new Label();

        StepButton(RouteViewModel model, int share) {
            var percent = new Label(share + " %");
            percent.getStyleClass().addAll("wr-small", "wr-strong");
            word.getStyleClass().addAll("wr-tiny", "canary-step-word");
            var words = new VBox(percent, word);
            words.setAlignment(Pos.CENTER_LEFT);
            setGraphic(words);
            setId("canary-step-" + share);
            setMaxWidth(Double.MAX_VALUE);
            setOnAction(_ -> model.step(share));
            HBox.setHgrow(this, Priority.ALWAYS);
        }

        void show(StepState step) {
            word.setText(step.word());
            getStyleClass().setAll("button", "canary-step", look(step.look()));
            setAccessibleText(step.percent() + " %, " + step.word());
        }
    }

    private static String look(StepState.Look look) {
        return switch (look) {
            case PLAIN -> "plain";
            case NOW -> "now";
            case BROKEN -> "broken";
            case DRAFT -> "draft";
        };
    }
}
