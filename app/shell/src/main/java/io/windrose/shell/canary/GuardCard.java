package io.windrose.shell.canary;

import atlantafx.base.controls.ToggleSwitch;
import io.windrose.session.rollout.Breach.Rail;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The guard rails with their limits, and the switch that lets them act.
final class GuardCard extends VBox {
    /// Pixels that a switch leaves for a label of its own.
    private static final double GAP_OF_SWITCH = 8;

    private final RouteViewModel model;
    private final ToggleSwitch guard = new ToggleSwitch();
    private final Map<Rail, Row> rows = new EnumMap<>(Rail.class);

    GuardCard(RouteViewModel model) {
        this.model = model;
        getStyleClass().addAll("wr-card", "canary-card");
        var words = new Label("On breach: step back");
        words.getStyleClass().addAll("wr-tiny", "wr-text-2");
        words.setMinWidth(USE_PREF_SIZE);
        guard.setId("canary-guard");
        guard.setAccessibleText("On breach of a guard rail: step back");
        guard.setTooltip(
                new Tooltip(
                        "When a version that was given more breaks a guard rail,\n"
                                + "exactly this change is taken back, once"));
        HBox.setMargin(guard, new Insets(0, -GAP_OF_SWITCH, 0, 0));
        guard.setSelected(true);
        guard.selectedProperty().subscribe((_, on) -> model.guard(on));
        // the library's switch knows the mouse alone, and Space would pause the mesh instead
        guard.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                guard.setSelected(!guard.isSelected());
                event.consume();
            }
        });
        getChildren().add(Cards.title("Guard rails", words, guard));
        for (var rail : Rail.values()) {
            var row = new Row(rail);
            rows.put(rail, row);
            getChildren().add(row);
        }
    }

    void show(boolean on, List<RailState> rails) {
        guard.setSelected(on);
        for (var state : rails) {
            rows.forEach((rail, row) -> {
                if (rail == state.rail()) {
                    row.show(state);
                }
            });
        }
    }

    private final class Row extends VBox {
        private final StackPane sign = new StackPane();
        private final Label name = new Label();
        private final Label figure = new Label();
        private final TextField limit = new TextField();
        private final RailBar bar = new RailBar();
        private Tone tone = Tone.IDLE;
        private String accepted = "";

        Row(Rail rail) {
            getStyleClass().add("canary-rail");
            name.getStyleClass().add("wr-small");
            figure.getStyleClass().addAll("wr-small", "wr-strong");
            figure.setId("canary-rail-" + id(rail));
            figure.setMinWidth(USE_PREF_SIZE);
            limit.setId("canary-limit-" + id(rail));
            limit.getStyleClass().add("canary-limit");
            limit.setAccessibleText(title(rail));
            limit.setTooltip(new Tooltip(title(rail)));
            limit.setOnAction(_ -> commit(rail));
            limit.focusedProperty()
                    .subscribe(focused -> {
                        if (!focused) {
                            commit(rail);
                        }
                    });
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var line = new HBox(sign, name, space, figure, hint("limit"), limit, hint(unit(rail)));
            line.getStyleClass().add("canary-rail-line");
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(line, bar);
            sign.getChildren().setAll(new Sign(tone));
        }

        private static Label hint(String text) {
            var label = new Label(text);
            label.getStyleClass().addAll("wr-tiny", "wr-text-2");
            label.setMinWidth(USE_PREF_SIZE);
            return label;
        }

        private static String id(Rail rail) {
            return switch (rail) {
                case ERRORS -> "errors";
                case P95 -> "p95";
            };
        }

        private static String unit(Rail rail) {
            return switch (rail) {
                case ERRORS -> "%";
                case P95 -> "ms";
            };
        }

        private static String title(Rail rail) {
            return switch (rail) {
                case ERRORS -> "Limit of failed requests in percent, 0 to 100";
                case P95 -> "Limit of p95 in milliseconds, more than 0";
            };
        }

        private void commit(Rail rail) {
            if (!accepted.isEmpty() && !limit.getText().equals(accepted)) {
                boolean taken = model.limit(rail, limit.getText());
                limit.getStyleClass().remove("wr-failing");
                if (!taken) {
                    limit.getStyleClass().add("wr-failing");
                }
            }
        }

        void show(RailState state) {
            if (state.tone() != tone) {
                tone = state.tone();
                sign.getChildren().setAll(new Sign(tone));
            }
            name.setText(state.name());
            figure.setText(state.figure());
            figure.getStyleClass()
                    .setAll("label", "wr-small", "wr-strong", tone.styleClass() + "-text");
            if (figure.getTooltip() == null || !figure.getTooltip().getText().equals(state.why())) {
                figure.setTooltip(new Tooltip(state.why()));
            }
            if (!state.limit().equals(accepted)) {
                accepted = state.limit();
                limit.setText(accepted);
                limit.getStyleClass().remove("wr-failing");
            }
            bar.show(tone, state.filled(), state.limitAt());
        }
    }
}
