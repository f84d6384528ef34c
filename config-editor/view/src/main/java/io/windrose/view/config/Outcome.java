package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.icons.Icon;
import io.windrose.kernel.Problem;
import io.windrose.view.Glyph;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The line over the editor that says what came of the last step; gone with the next typing.
final class Outcome extends HBox {
    private final Label title = Parts.label("", "wr-banner-title");
    private final Label cause = Parts.wrapped("", "wr-banner-cause");
    private final Button applyAll;
    private final Tooltip reason = new Tooltip();
    private final Button back;
    private final ConfigViewModel model;

    Outcome(ConfigViewModel model) {
        this.model = model;
        setId("config-outcome");
        var words = new VBox(title, cause);
        HBox.setHgrow(words, Priority.ALWAYS);
        var close = Parts.button("config-outcome-close", "", Icon.CLOSE, model::leaveQuestion);
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setTooltip(new Tooltip("Close"));
        close.setAccessibleText("Close");
        back = Parts.button("config-bring-back", "Bring back", Icon.UNDO, model::bringBack);
        back.getStyleClass().add("small");
        applyAll = Parts.button("config-apply-all", "Apply all…", Icon.CHECK, model::askToApplyAll);
        applyAll.getStyleClass().addAll("small", "accent");
        // a disabled button gets no mouse, so the reason hangs on what is around it
        var around = new StackPane(applyAll);
        around.visibleProperty().bind(applyAll.visibleProperty());
        around.managedProperty().bind(applyAll.visibleProperty());
        Tooltip.install(around, reason);
        model.refusalOfAllProperty().subscribe(this::onRefusal);
        getChildren().addAll(words, around, back, close);
        setAlignment(Pos.CENTER_LEFT);
        model.phaseProperty().subscribe(this::show);
        model.leftBehindProperty()
                .subscribe(_ -> {
                    if (model.phaseProperty().get() instanceof Phase.Removed removed) {
                        show(removed);
                    }
                });
    }

    private void onRefusal(String refusal) {
        applyAll.setDisable(!refusal.isEmpty());
        applyAll.setAccessibleHelp(refusal);
        reason.setText(
                refusal.isEmpty() ? "Write all drafts to their files (Ctrl+Shift+S)" : refusal);
    }

    /// @return whether there is something to bring back
    boolean focusBack() {
        back.requestFocus();
        return back.isVisible();
    }

    private void show(Phase phase) {
        back.setVisible(!phase.lost().isEmpty());
        back.setManaged(back.isVisible());
        applyAll.setVisible(
                phase instanceof Phase.Repaired && model.changedProperty().get().size() > 1);
        switch (phase) {
            case Phase.Idle() -> hide();
            case Phase.Asking _, Phase.AskingAll _ -> hide();
            case Phase.Repaired(var drafts, var what) ->
                    say(
                            "wr-healthy",
                            what + ", drafted",
                            "In "
                                    + Words.some(
                                            drafts.stream()
                                                    .map(one -> Words.fileName(one.file()))
                                                    .toList())
                                    + "; nothing is written before you apply.");
            case Phase.Applying(var edits) -> say("wr-info", "Writing " + names(edits), "");
            case Phase.WrittenAll(var entries, var problems) ->
                    say(
                            problems.isEmpty() ? "wr-healthy" : "wr-failing",
                            written(entries, problems),
                            problems.isEmpty()
                                    ? "Each file is a change of its own; its history takes it back."
                                    : sentences(problems) + " Their drafts stay.");
            case Phase.Written(var entry) ->
                    say(
                            "wr-healthy",
                            entry.undone()
                                    ? "Change " + entry.id() + " taken back"
                                    : (entry.edit().after().isEmpty() ? "Deleted" : "Applied")
                                            + " as change "
                                            + entry.id(),
                            Words.fileName(entry.edit().file()) + ", " + entry.edit().summary());
            case Phase.Refused(var problems) ->
                    say("wr-failing", "Not written", sentences(problems));
            case Phase.Discarded(var draft) ->
                    say(
                            "wr-info",
                            "Draft of " + Words.fileName(draft.file()) + " discarded",
                            Words.changes(draft.diff()) + " were given up; nothing was written.");
            case Phase.Removed(var draft, var object) ->
                    say(
                            "wr-info",
                            (object.isEmpty() ? "Object" : object) + " taken out of the draft",
                            (model.deskProperty().get().openDraft().stream()
                                                    .anyMatch(now -> now.text().isEmpty())
                                            ? Words.fileName(draft.file())
                                                    + " holds nothing else: applying deletes the"
                                                    + " file."
                                            : "Nothing is written before you apply.")
                                    + stillNamed());
            case Phase.DryRun(var edit, var findings) ->
                    say(
                            "wr-info",
                            "Dry run: " + findings,
                            edit.summary()
                                    + " of "
                                    + Words.fileName(edit.file())
                                    + " would be written; nothing was.");
        }
    }

    /// Known as soon as the draft is checked.
    private String stillNamed() {
        var left = model.leftBehindProperty().get();
        return left.isEmpty() ? "" : "\n" + Words.LEFT_BEHIND + " " + Words.leftBehind(left);
    }

    private static String written(List<JournalEntry> entries, List<Problem> problems) {
        var what =
                entries.isEmpty()
                        ? "Nothing written"
                        : "Applied to " + names(entries.stream().map(JournalEntry::edit).toList());
        return problems.isEmpty() || entries.isEmpty() ? what : what + "; others not written";
    }

    private static String names(List<FileEdit> edits) {
        return Words.some(edits.stream().map(one -> Words.fileName(one.file())).toList());
    }

    private static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::message).collect(Collectors.joining(" "));
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void say(String tone, String what, String why) {
        title.setText(what);
        cause.setText(why);
        cause.setVisible(!why.isEmpty());
        cause.setManaged(!why.isEmpty());
        getStyleClass().setAll("wr-banner", "outcome", tone);
        if (getChildren().size() == 5) {
            getChildren().removeFirst();
        }
        getChildren().addFirst(Glyph.sign(tone, 16));
        setVisible(true);
        setManaged(true);
    }
}
