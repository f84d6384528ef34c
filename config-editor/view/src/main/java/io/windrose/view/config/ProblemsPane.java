package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.kernel.Severity;
import io.windrose.session.edit.Finding;
import io.windrose.view.Glyph;
import io.windrose.view.config.Problems.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is wrong with the draft that lies open or with all files, each with its code, words, place
/// and repair.
final class ProblemsPane extends VBox {
    private static final double FEW = 4 * ProblemCell.ROW;
    private static final double MANY = 8 * ProblemCell.ROW;
    private static final double FILTER = 150;
    private static final double ICON_INSET = 10;

    private final ListView<ProblemRow> list = new ListView<>();
    private final ToggleGroup scopes = new ToggleGroup();
    private final ToggleButton file = scope("problems-file", "This file", Scope.FILE);
    private final ToggleButton folder = scope("problems-all", "All files", Scope.FOLDER);
    private final TextField filter = new TextField();
    private final StackPane search = new StackPane(filter, Glyph.of(Icon.SEARCH, 14));
    private final Label checked = Parts.label("", "wr-tiny", "wr-text-2");
    private final ConfigViewModel model;
    private final Problems problems;
    private boolean tellingRefusal;
    private final Consumer<ProblemRow> go;
    private final BiConsumer<ProblemRow, Finding.Fix> repair;

    /// @param go shows the place of a problem in the editor
    ProblemsPane(
            ConfigViewModel model,
            Consumer<ProblemRow> go,
            BiConsumer<ProblemRow, Finding.Fix> repair) {
        this.model = model;
        this.go = go;
        this.repair = repair;
        problems = model.problems();
        arrangeList();
        arrangeFilter();
        checked.setId("config-checked");
        checked.setMinWidth(0);
        var both = new HBox(file, folder);
        both.getStyleClass().add("wr-gap-1");
        both.setAlignment(Pos.CENTER_LEFT);
        var title = Parts.label("Problems", "wr-section");
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, both, search, Parts.space(), checked);
        head.getStyleClass().addAll("wr-gap-3", "problems-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, list);
        getStyleClass().add("problems-pane");
        problems.rowsProperty().subscribe(this::show);
        problems.folderProperty().subscribe(_ -> count());
        problems.scopeProperty().subscribe(this::onScope);
        problems.wantedProperty().subscribe((_, _) -> enter());
        model.diagnosisProperty()
                .subscribe(_ -> {
                    problems.list();
                    count();
                    tell();
                });
        model.deskProperty()
                .subscribe(_ -> {
                    problems.list();
                    tell();
                });
        model.refusalProperty().subscribe(_ -> tell());
    }

    private void arrangeList() {
        list.setId("config-problems");
        list.setAccessibleText("Problems");
        list.setCellFactory(_ -> new ProblemCell(problems, repair));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setOnMouseClicked(_ -> chosen(go));
    }

    private void arrangeFilter() {
        filter.setId("problems-filter");
        filter.setPromptText("code, word or file");
        filter.setAccessibleText("Filter the problems by code, word, object or file");
        filter.textProperty().bindBidirectional(problems.filterProperty());
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                enter();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            }
        });
        search.getStyleClass().add("filter");
        search.setMaxWidth(FILTER);
        search.setMinWidth(FILTER);
        StackPane.setAlignment(search.getChildren().getLast(), Pos.CENTER_LEFT);
        StackPane.setMargin(search.getChildren().getLast(), new Insets(0, 0, 0, ICON_INSET));
    }

    private ToggleButton scope(String id, String words, Scope which) {
        var toggle = new ToggleButton(words);
        toggle.setId(id);
        toggle.getStyleClass().addAll("flat", "small");
        toggle.setToggleGroup(scopes);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setContentDisplay(ContentDisplay.RIGHT);
        toggle.setOnAction(_ -> {
            model.problems().scopeProperty().set(which);
            toggle.setSelected(true);
        });
        return toggle;
    }

    /// All files need more room; nothing of theirs is looked for in one.
    private void onScope(Scope scope) {
        boolean all = scope == Scope.FOLDER;
        scopes.selectToggle(all ? folder : file);
        search.setVisible(all);
        search.setManaged(all);
        list.setMinHeight(FEW);
        list.setPrefHeight(all ? MANY : FEW);
        list.setMaxHeight(all ? MANY : FEW);
        tell();
    }

    private void enter() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            if (!key.isAltDown()) {
                chosen(go);
            } else if (key.isShiftDown()) {
                chosen(problems::repairAll);
            } else {
                chosen(row ->
                        row.finding().fixes().stream()
                                .findFirst()
                                .ifPresent(fix -> repair.accept(row, fix)));
            }
            key.consume();
        }
    }

    private void show(List<ProblemRow> rows) {
        if (!list.getItems().equals(rows)) {
            int chosen = list.getSelectionModel().getSelectedIndex();
            list.getItems().setAll(rows);
            list.getSelectionModel().clearAndSelect(Math.min(chosen, rows.size() - 1));
        }
        list.setPlaceholder(
                Parts.label(
                        problems.filterProperty().get().isEmpty()
                                        || problems.scopeProperty().get() == Scope.FILE
                                ? "No problems"
                                : "No problem fits the filter",
                        "wr-small",
                        "wr-text-3"));
    }

    private void count() {
        count(file, "This file", Scope.FILE);
        count(folder, "All files", Scope.FOLDER);
    }

    /// The signs with their numbers, behind the words.
    private void count(ToggleButton toggle, String words, Scope scope) {
        var counts = new HBox();
        counts.getStyleClass().add("wr-gap-2");
        counts.setAlignment(Pos.CENTER_LEFT);
        var worstFirst = Arrays.asList(Severity.values()).reversed();
        for (var severity : worstFirst) {
            long count = problems.count(scope, severity);
            if (count > 0) {
                var label = Parts.label(Long.toString(count), "wr-tiny");
                label.setGraphic(Glyph.sign(tone(severity), 13));
                counts.getChildren().add(label);
            }
        }
        toggle.setGraphic(counts.getChildren().isEmpty() ? null : counts);
        var spoken =
                worstFirst.stream()
                        .flatMap(severity ->
                                Words.counted(
                                        problems.count(scope, severity),
                                        Words.noun(severity).toLowerCase(Locale.ROOT))
                                        .stream())
                        .collect(Collectors.joining(", "));
        var said = words + ": " + (spoken.isEmpty() ? "no problems" : spoken);
        toggle.setAccessibleText(said);
        toggle.setTooltip(new Tooltip(scope == Scope.FOLDER ? said + " (Ctrl+Shift+M)" : said));
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
        if (problems.scopeProperty().get() == Scope.FOLDER) {
            checked.setText("");
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

    private void chosen(Consumer<ProblemRow> what) {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            what.accept(row);
        }
    }

    static String tone(Severity severity) {
        return switch (severity) {
            case ERROR -> "wr-failing";
            case WARNING -> "wr-degraded";
            case INFO -> "wr-info";
        };
    }
}
