package io.windrose.shell.welcome;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import io.windrose.shell.welcome.WelcomeFacts.Check;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was looked at before connecting to the chosen card.
final class ChecksPane extends VBox {
    private static final double SIGN = 16;

    private final Label title = new Label();
    private final Label verdict = new Label();
    private final VBox rows = new VBox();
    private final WelcomeViewModel model;

    ChecksPane(WelcomeViewModel model) {
        this.model = model;
        getStyleClass().add("wr-start-pane");
        setId("checks");
        title.getStyleClass().add("wr-section");
        title.setMinWidth(0);
        verdict.setId("verdict");
        verdict.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, verdict);
        head.getStyleClass().add("wr-start-pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, rows);
        model.checksProperty().subscribe(this::show);
        model.chosenProperty().subscribe(_ -> name());
        model.contextProperty().subscribe(_ -> name());
    }

    private void name() {
        title.setText(
                switch (model.chosenProperty().get()) {
                    case SANDBOX -> "Before you start the sandbox";
                    case CLUSTER ->
                            model.contextProperty().get().isEmpty()
                                    ? "Before you connect"
                                    : "Before you connect to " + model.contextProperty().get();
                    case FOLDER -> "Before you open a folder";
                    case RECORDING -> "Before you open a recording";
                });
    }

    private void show(List<Check> checks) {
        rows.getChildren().setAll(checks.stream().map(ChecksPane::row).toList());
        boolean ready = checks.stream().noneMatch(check -> check.tone() == Tone.FAILING);
        verdict.setVisible(!checks.isEmpty());
        verdict.setText(ready ? "ready" : "not ready");
        verdict.setGraphic(
                new IconView(
                        ready ? Icon.CHECK : Icon.CROSS,
                        IconView.SMALL,
                        ready ? "wr-healthy" : "wr-failing"));
        verdict.getStyleClass().setAll("label", "wr-chip", ready ? "wr-healthy" : "wr-failing");
    }

    private static HBox row(Check check) {
        var title = new Label(check.title());
        title.getStyleClass().add("wr-small");
        title.setWrapText(true);
        var detail = new Label(check.detail());
        detail.getStyleClass().addAll("wr-tiny", "wr-text-2");
        detail.setWrapText(true);
        var words = new VBox(title, detail);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        var row = new HBox(new Sign(check.tone(), SIGN), words);
        row.getStyleClass().addAll("wr-gap-3", "wr-start-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
