package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.kernel.Severity;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.Finding;
import io.windrose.view.Glyph;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is wrong with the draft, each with its code, words, place and repair.
final class ProblemsPane extends VBox {
    private static final double ROW = 30;
    private static final double LIST = 4 * ROW;

    private final ListView<Finding> list = new ListView<>();
    private final HBox counts = new HBox();
    private final Label checked = Parts.label("", "wr-tiny", "wr-text-2");
    private final ConfigViewModel model;
    private boolean tellingRefusal;
    private final Consumer<Finding> go;
    private final Consumer<Finding.Fix> repair;

    /// @param go shows the place of a problem in the editor
    ProblemsPane(ConfigViewModel model, Consumer<Finding> go, Consumer<Finding.Fix> repair) {
        this.model = model;
        this.go = go;
        this.repair = repair;
        list.setId("config-problems");
        list.setAccessibleText("Problems");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(LIST);
        list.setMinHeight(LIST);
        list.setPlaceholder(Parts.label("No problems", "wr-small", "wr-text-3"));
        list.setCellFactory(_ -> new Row());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                chosen();
                key.consume();
            }
        });
        list.setOnMouseClicked(_ -> chosen());
        counts.getStyleClass().add("wr-gap-3");
        counts.setAlignment(Pos.CENTER_LEFT);
        checked.setId("config-checked");
        var head = new HBox(Parts.label("Problems", "wr-section"), counts, Parts.space(), checked);
        head.getStyleClass().addAll("wr-gap-3", "problems-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, list);
        getStyleClass().add("problems-pane");
        model.diagnosisProperty().subscribe(this::show);
        model.deskProperty().subscribe(_ -> tell());
        model.refusalProperty().subscribe(_ -> tell());
    }

    private void show(Diagnosis diagnosis) {
        if (!list.getItems().equals(diagnosis.findings())) {
            int chosen = list.getSelectionModel().getSelectedIndex();
            list.getItems().setAll(diagnosis.findings());
            list.getSelectionModel().clearAndSelect(chosen);
        }
        counts.getChildren().clear();
        count(diagnosis, Severity.ERROR);
        count(diagnosis, Severity.WARNING);
        count(diagnosis, Severity.INFO);
        tell();
    }

    private void count(Diagnosis diagnosis, Severity severity) {
        long count = diagnosis.count(severity);
        if (count > 0) {
            var label = Parts.label(Long.toString(count), "wr-tiny");
            label.setGraphic(Glyph.sign(tone(severity), 13));
            Words.counted(count, Words.noun(severity).toLowerCase(Locale.ROOT))
                    .ifPresent(label::setAccessibleText);
            counts.getChildren().add(label);
        }
    }

    /// Says here why the draft cannot be applied, when no other place does.
    void tellRefusal(boolean alone) {
        tellingRefusal = alone;
        tell();
    }

    private void tell() {
        var refusal = model.refusalProperty().get();
        if (tellingRefusal && !refusal.isEmpty()) {
            checked.setText(refusal);
            return;
        }
        checked.setText(
                model.deskProperty()
                        .get()
                        .openDraft()
                        .map(draft ->
                                model.diagnosisProperty().get().text().equals(draft.text())
                                        ? "Checked by the engine itself"
                                        : "Checking")
                        .orElse(""));
    }

    private void chosen() {
        var finding = list.getSelectionModel().getSelectedItem();
        if (finding != null) {
            go.accept(finding);
        }
    }

    static String tone(Severity severity) {
        return switch (severity) {
            case ERROR -> "wr-failing";
            case WARNING -> "wr-degraded";
            case INFO -> "wr-info";
        };
    }

    private final class Row extends ListCell<Finding> {
        @Override
        protected void updateItem(Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            setText(null);
            setGraphic(empty ? null : row(finding));
            setAccessibleText(empty ? null : spoken(finding));
        }

        private static String spoken(Finding finding) {
            var problem = finding.problem();
            return "%s %s, line %d, column %d: %s"
                    .formatted(
                            Words.noun(problem.severity()),
                            problem.code(),
                            problem.place().line(),
                            problem.place().column(),
                            problem.message());
        }

        private Node row(Finding finding) {
            var problem = finding.problem();
            var code = Parts.label(problem.code(), "wr-code", "wr-text-2");
            code.setMinWidth(Region.USE_PREF_SIZE);
            var words = Parts.label(problem.message(), "wr-small");
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            var place =
                    Parts.label(
                            problem.place().line() + ":" + problem.place().column(),
                            "wr-small",
                            "wr-text-2");
            place.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(Glyph.sign(tone(problem.severity()), 14), code, words, place);
            finding.fixes().stream().findFirst().ifPresent(fix -> row.getChildren().add(fix(fix)));
            row.getStyleClass().add("wr-gap-3");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(1);
            return row;
        }

        private Node fix(Finding.Fix fix) {
            var button = Parts.button("config-fix", "Fix", Icon.WRENCH, () -> repair.accept(fix));
            button.getStyleClass().add("small");
            return Parts.withTip(button, fix.label());
        }
    }
}
