package io.windrose.view.config;

import io.windrose.session.edit.Completion;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.HoverHelp;
import io.windrose.view.diff.DiffView;
import io.windrose.view.yaml.Assistant;
import io.windrose.view.yaml.YamlEditor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The text that lies open, under tabs: as YAML, against what is applied, as applied, and its
/// history. One editor per file keeps the caret and undo of each.
final class EditorPane extends VBox {
    private static final int CONTEXT = 6;

    private final ConfigViewModel model;
    private final Map<Path, YamlEditor> editors = new HashMap<>();
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton yaml = tab("tab-yaml", "YAML");
    private final ToggleButton diffTab = tab("tab-diff", "Diff");
    private final ToggleButton applied = tab("tab-applied", "Applied");
    private final ToggleButton history = tab("tab-history", "History");
    private final Label caret = Parts.label("", "wr-tiny", "wr-text-2");
    private final StackPane content = new StackPane();
    private final DiffView diff = new DiffView("The draft is what is applied");
    private final YamlEditor appliedText = new YamlEditor(new Nobody(), _ -> {});
    private final Outcome outcome;
    private final HistoryPane historyPane;
    private final ConflictPane conflict;
    private final Runnable moved;
    private int jumped;

    /// @param moved hears of every move of the caret
    EditorPane(ConfigViewModel model, Runnable moved) {
        this.model = model;
        this.moved = moved;
        outcome = new Outcome(model);
        historyPane = new HistoryPane(model);
        conflict = new ConflictPane(model);
        appliedText.lock();
        var row = new HBox(yaml, diffTab, applied, history);
        row.getStyleClass().add("wr-tabs");
        var hint =
                new HBox(
                        Parts.label("complete", "wr-tiny", "wr-text-2"),
                        Parts.key("Ctrl"),
                        Parts.key("Space"));
        hint.getStyleClass().add("wr-gap-2");
        hint.setAlignment(Pos.CENTER_LEFT);
        var bar = new HBox(row, Parts.space(), caret, hint);
        bar.getStyleClass().add("tab-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("tab-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(bar, outcome, content);
        getStyleClass().add("editor-pane");
        tabs.selectToggle(yaml);
        tabs.selectedToggleProperty()
                .subscribe(chosen -> {
                    if (chosen == null) {
                        tabs.selectToggle(yaml);
                    }
                    arrange();
                });
        model.deskProperty().subscribe(this::onDesk);
        model.jumpProperty().subscribe(_ -> jump());
        model.diagnosisProperty()
                .subscribe(found ->
                        editor().filter(one -> one.text().equals(found.text()))
                                .ifPresent(one ->
                                        one.show(
                                                found.findings().stream()
                                                        .map(Finding::here)
                                                        .toList())));
        model.differenceProperty()
                .subscribe(lines -> {
                    diff.show(lines, CONTEXT);
                    var count = Draft.Count.of(lines);
                    boolean none = count.added() + count.removed() == 0;
                    diffTab.setText(
                            none
                                    ? "Diff"
                                    : "Diff +%d \u2212%d"
                                            .formatted(count.added(), count.removed()));
                });
    }

    /// Of the file that lies open as a draft.
    Optional<YamlEditor> editor() {
        return model.deskProperty()
                .get()
                .openDraft()
                .map(draft -> Optional.ofNullable(editors.get(draft.file())))
                .orElse(Optional.empty());
    }

    void showYaml() {
        tabs.selectToggle(yaml);
    }

    void showHistory() {
        tabs.selectToggle(history);
        historyPane.focusList();
    }

    /// Where the keyboard is in what the difference takes the place of, it goes to what undoes the
    /// last step; without such a step to the tab.
    void showDiff() {
        boolean typing = content.isFocusWithin();
        tabs.selectToggle(diffTab);
        if (typing && !outcome.focusBack()) {
            diffTab.requestFocus();
        }
    }

    private void onDesk(Desk desk) {
        if (desk instanceof Desk.Editing(var draft)) {
            show(draft);
            appliedText.show(Draft.of(draft.file(), draft.base()).text());
        }
        arrange();
        jump();
    }

    private void show(Draft draft) {
        var known = editors.get(draft.file());
        if (known != null) {
            known.show(draft.text());
            return;
        }
        var editor = new YamlEditor(new Knowing(), model::type);
        editor.begin(draft.text());
        editor.caretProperty().subscribe(_ -> onMoved());
        editors.put(draft.file(), editor);
    }

    private void jump() {
        var to = model.jumpProperty().get();
        editor().filter(_ -> jumped != to.serial())
                .ifPresent(editor -> {
                    jumped = to.serial();
                    tabs.selectToggle(isDeleted() ? history : yaml);
                    editor.moveTo(to.line(), to.column());
                    onMoved();
                });
    }

    /// Then there is nothing to see but what can be taken back.
    private boolean isDeleted() {
        return model.deskProperty()
                .get()
                .openDraft()
                .filter(draft -> draft.base().isEmpty() && !draft.changed())
                .filter(draft -> !model.folderProperty().get().has(draft.file()))
                .isPresent();
    }

    private void onMoved() {
        editor().ifPresent(
                        one -> caret.setText("Ln %d, Col %d".formatted(one.line(), one.column())));
        moved.run();
    }

    private void arrange() {
        boolean fresh = model.deskProperty().get() instanceof Desk.InConflict;
        var shown =
                switch (model.deskProperty().get()) {
                    case Desk.Nothing _ -> Blank.of(model.folderProperty().get());
                    case Desk.Unreadable unreadable -> Blank.of(unreadable);
                    case Desk.InConflict _ -> conflict;
                    case Desk.Editing(var draft) -> ofTab(draft);
                };
        boolean newly = !content.getChildren().equals(List.of(shown));
        if (newly) {
            content.getChildren().setAll(shown);
        }
        if (newly && fresh) {
            conflict.focusFirst();
        }
    }

    /// The screen before anything is chosen follows the folder.
    void onFolder() {
        if (model.deskProperty().get() instanceof Desk.Nothing) {
            arrange();
        }
    }

    private Node ofTab(Draft draft) {
        if (diffTab.isSelected()) {
            return diff;
        }
        if (applied.isSelected()) {
            return appliedText;
        }
        if (history.isSelected()) {
            return historyPane;
        }
        var editor = editors.get(draft.file());
        return editor == null ? diff : editor;
    }

    private ToggleButton tab(String id, String words) {
        var tab = new ToggleButton(words);
        tab.setId(id);
        tab.setToggleGroup(tabs);
        tab.setMinWidth(USE_PREF_SIZE);
        return tab;
    }

    private final class Knowing implements Assistant {
        @Override
        public void complete(int offset, Consumer<Completion> then) {
            model.complete(offset, then);
        }

        @Override
        public void explain(int offset, Consumer<Optional<HoverHelp>> then) {
            model.help().explain(offset, then);
        }
    }

    /// For text that is only looked at.
    private static final class Nobody implements Assistant {
        @Override
        public void complete(int offset, Consumer<Completion> then) {
            // nothing can be written there
        }

        @Override
        public void explain(int offset, Consumer<Optional<HoverHelp>> then) {
            // the draft beside it is explained
        }
    }
}
