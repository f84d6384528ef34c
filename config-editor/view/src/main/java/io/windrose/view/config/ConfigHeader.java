package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.session.edit.Draft;
import io.windrose.view.Glyph;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What lies open, how far it differs from what is applied, and what can be done with it.
final class ConfigHeader extends HBox {
    private final ConfigViewModel model;
    private final Label title = Parts.label("", "wr-heading");
    private final Label place = Parts.label("", "wr-tiny", "wr-text-2");
    private final Label chip = Parts.label("", "wr-chip", "wr-accent");
    private final Label changes = Parts.label("", "wr-small", "wr-text-2");
    private final Button undo;
    private final Button discard;
    private final Button dryRun;
    private final Button apply;
    private final Tooltip reason = new Tooltip();
    private final StackPane icon = new StackPane();

    ConfigHeader(ConfigViewModel model, Runnable undoTyping) {
        this.model = model;
        undo =
                Parts.withTip(
                        Parts.button("config-undo", "Undo", Icon.UNDO, undoTyping),
                        "Undo the last typing (Ctrl+Z)");
        discard =
                Parts.withTip(
                        Parts.button(
                                "config-discard",
                                "Discard",
                                Icon.TRASH,
                                () ->
                                        model.deskProperty()
                                                .get()
                                                .openFile()
                                                .ifPresent(model::discard)),
                        "Give up the draft (Ctrl+Alt+Z)");
        dryRun =
                Parts.withTip(
                        Parts.button("config-dry-run", "Dry run", Icon.EYE, model::dryRun),
                        "Say what applying would do (Ctrl+Enter)");
        apply = Parts.button("config-apply", "Apply…", Icon.CHECK, model::askToApply);
        apply.getStyleClass().add("accent");
        chip.setGraphic(Glyph.of(Icon.PENCIL, 12, "wr-accent"));
        chip.setId("config-chip");
        changes.setId("config-changes");
        var name = new HBox(title, chip, changes);
        name.getStyleClass().add("wr-gap-2");
        name.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(name, place);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        chip.setMinWidth(USE_PREF_SIZE);
        // a disabled button gets no mouse, so the reason hangs on what is around it
        var around = new StackPane(apply);
        Tooltip.install(around, reason);
        getChildren().addAll(icon, words, undo, discard, dryRun, around);
        getStyleClass().add("config-header");
        setAlignment(Pos.CENTER_LEFT);
        model.refusalProperty().subscribe(this::onRefusal);
        model.deskProperty().subscribe(_ -> show());
        model.goneProperty().subscribe(_ -> show());
        model.diagnosisProperty().subscribe(_ -> show());
    }

    Button undoButton() {
        return undo;
    }

    private void onRefusal(String refusal) {
        apply.setDisable(!refusal.isEmpty());
        apply.setAccessibleHelp(refusal);
        reason.setText(refusal.isEmpty() ? "Write the draft to its file (Ctrl+S)" : refusal);
    }

    private void show() {
        var desk = model.deskProperty().get();
        var objects = model.diagnosisProperty().get().objects();
        icon.getChildren()
                .setAll(
                        Glyph.of(
                                objects.size() > 1
                                        ? Icon.FILE
                                        : TreeRow.icon(
                                                objects.stream()
                                                        .findFirst()
                                                        .map(one -> one.kind())),
                                20,
                                "wr-accent"));
        title.setText(Words.title(desk, objects));
        place.setText(Words.place(desk, objects));
        var draft = desk.openDraft().filter(Draft::changed);
        boolean gone = desk.openFile().filter(model.goneProperty().get()::contains).isPresent();
        chip.setText(
                desk instanceof Desk.InConflict
                        ? "In conflict"
                        : gone
                                ? "Draft, the file is gone"
                                : Words.draft(draft, model.folderProperty().get()));
        boolean shown = draft.isPresent() || desk instanceof Desk.InConflict;
        chip.setVisible(shown);
        chip.setManaged(shown);
        discard.setDisable(!shown);
        dryRun.setDisable(desk.openDraft().isEmpty());
        changes.setText(draft.isPresent() ? Words.changes(model.differenceProperty().get()) : "");
    }
}
