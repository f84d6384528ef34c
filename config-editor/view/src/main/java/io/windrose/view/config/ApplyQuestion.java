package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.patch.LineDiff;
import io.windrose.icons.Icon;
import io.windrose.session.edit.Referrer;
import io.windrose.view.FocusFence;
import io.windrose.view.Glyph;
import io.windrose.view.diff.DiffView;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Asks, over the whole screen, before anything is written. Enter applies, Esc goes back.
final class ApplyQuestion extends StackPane {
    private static final double WIDTH = 620;
    private static final double DIFF = 320;
    private static final int CONTEXT = 2;

    private final Label title = Parts.label("", "wr-heading");
    private final Label words = Parts.wrapped("", "wr-small", "wr-text-2");
    private final DiffView diff = new DiffView("");
    private final HBox left = new HBox();
    private final Button confirm;

    ApplyQuestion(ConfigViewModel model) {
        confirm = Parts.button("config-apply-confirm", "Apply", Icon.CHECK, model::apply);
        confirm.getStyleClass().add("accent");
        var cancel =
                Parts.button("config-apply-cancel", "Cancel", Icon.CLOSE, model::leaveQuestion);
        var ways = new HBox(Parts.space(), cancel, confirm);
        ways.getStyleClass().add("wr-gap-2");
        var head = new HBox(Glyph.of(Icon.CHECK_CIRCLE, 20, "wr-accent"), title);
        head.getStyleClass().add("wr-gap-2");
        head.setAlignment(Pos.CENTER_LEFT);
        diff.setPrefHeight(DIFF);
        left.getStyleClass().addAll("wr-banner", "wr-degraded");
        left.setId("config-left-behind");
        var box = new VBox(head, words, left, diff, ways);
        box.getStyleClass().addAll("wr-raised", "wr-gap-3", "question");
        box.setMaxSize(WIDTH, USE_PREF_SIZE);
        FocusFence.around(this, box);
        getStyleClass().add("scrim");
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        model.leaveQuestion();
                        key.consume();
                    }
                });
        setVisible(false);
        model.phaseProperty().subscribe(phase -> onPhase(model, phase));
    }

    private void onPhase(ConfigViewModel model, Phase phase) {
        setVisible(phase instanceof Phase.Asking || phase instanceof Phase.AskingAll);
        if (phase instanceof Phase.AskingAll(var edits)) {
            ask(edits);
        }
        if (phase instanceof Phase.Asking(var edit, var objects, var leftBehind)) {
            var lines = LineDiff.of(edit.before(), edit.after());
            var folder = model.folderProperty().get();
            title.setText(Words.question(edit, folder));
            boolean deletion = edit.after().isEmpty();
            confirm.setText(deletion ? "Delete" : "Apply");
            confirm.setGraphic(Glyph.of(deletion ? Icon.TRASH : Icon.CHECK, 14));
            words.setText(
                    "%s%s. %s; History can take it back to the byte."
                            .formatted(
                                    objects.isEmpty() ? "" : Words.some(objects) + "; ",
                                    Words.changes(lines),
                                    Words.deed(edit, folder, model.goneProperty().get())));
            showLeft(leftBehind);
            diff.show(lines, CONTEXT);
            confirm.requestFocus();
        }
    }

    private void ask(List<FileEdit> edits) {
        var byName = new LinkedHashMap<String, List<LineDiff.Line>>();
        for (var edit : edits) {
            var name = Words.fileName(edit.file());
            byName.put(
                    byName.containsKey(name) ? edit.file().toString() : name,
                    LineDiff.of(edit.before(), edit.after()));
        }
        title.setText(
                edits.size() == 1
                        ? "Apply the changes to 1 file?"
                        : "Apply the changes to %d files?".formatted(edits.size()));
        confirm.setText("Apply all");
        confirm.setGraphic(Glyph.of(Icon.CHECK, 14));
        words.setText(
                "%s: %s. Each file is replaced in one step; its history can take that back to the byte."
                        .formatted(
                                Words.some(List.copyOf(byName.keySet())),
                                Words.changes(
                                        byName.values().stream().flatMap(List::stream).toList())));
        showLeft(List.of());
        diff.show(byName, CONTEXT);
        confirm.requestFocus();
    }

    /// What still names an object that goes.
    private void showLeft(List<Referrer> leftBehind) {
        left.setVisible(!leftBehind.isEmpty());
        left.setManaged(!leftBehind.isEmpty());
        if (!leftBehind.isEmpty()) {
            var cause = Parts.wrapped(Words.leftBehind(leftBehind), "wr-banner-cause");
            var all = new VBox(Parts.label(Words.LEFT_BEHIND, "wr-banner-title"), cause);
            HBox.setHgrow(all, Priority.ALWAYS);
            left.getChildren().setAll(Glyph.sign("wr-degraded", 16), all);
        }
    }
}
