package io.windrose.view.config;

import io.windrose.config.file.JournalEntry;
import io.windrose.config.patch.TextEdit;
import io.windrose.session.edit.Finding;
import io.windrose.view.Stylesheet;
import io.windrose.view.yaml.YamlEditor;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Configuration screen: what there is, the text of one file, what is wrong with it, what it
/// changes. Holds no state of its own but where the caret stands.
public final class ConfigView extends StackPane {
    /// Pixels; below it the column beside the text is left out.
    private static final double WIDE = 1120;

    private final ConfigViewModel model;
    private final EditorPane editor;
    private final ResourceTree tree;
    private final ConfigHeader header;
    private final SideColumn side;
    private final ProblemsPane problems;
    private final BorderPane frame = new BorderPane();

    public ConfigView(ConfigViewModel model) {
        this.model = model;
        setId("config");
        getStyleClass().add("config");
        getStylesheets().add(Stylesheet.beside(ConfigView.class, "config.css"));
        side = new SideColumn(model, fix -> repair(fix.edit()));
        editor = new EditorPane(model, this::onMoved);
        tree = new ResourceTree(model, this::focusText, this::delete);
        header = new ConfigHeader(model, () -> editor.editor().ifPresent(YamlEditor::undo));
        problems = new ProblemsPane(model, this::go, this::repair);
        var middle = new VBox(new FolderBanner(model), editor, problems);
        VBox.setVgrow(editor, Priority.ALWAYS);
        frame.setTop(header);
        frame.setLeft(tree);
        frame.setCenter(middle);
        getChildren().addAll(frame, new ApplyQuestion(model), new NewObjectQuestion(model));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        var wide = new SimpleBooleanProperty();
        wide.bind(widthProperty().greaterThanOrEqualTo(WIDE));
        wide.subscribe(is -> {
            frame.setRight(is ? side : null);
            problems.tellRefusal(!is);
        });
        model.folderProperty().subscribe(_ -> editor.onFolder());
        model.filesProperty().subscribe(_ -> tree.fill());
        model.changedProperty().subscribe(_ -> tree.fill());
        model.goneProperty()
                .subscribe(_ -> {
                    tree.fill();
                    onMoved();
                });
        model.deletedProperty().subscribe(_ -> tree.fill());
        model.deskProperty().subscribe(_ -> onMoved());
        model.diagnosisProperty().subscribe(_ -> onMoved());
        model.help()
                .fieldProperty()
                .subscribe(
                        help -> editor.editor().ifPresent(one -> side.showHere(help, one.here())));
        model.phaseProperty().subscribe(this::onPhase);
        model.newObjectProperty().subscribe((_, now) -> onAsked(now));
    }

    /// Whether the folder is read and what lies open is checked, so that nothing will change by
    /// itself.
    public boolean isSettled() {
        boolean checked =
                model.deskProperty()
                        .get()
                        .openDraft()
                        .filter(draft ->
                                !draft.text().equals(model.diagnosisProperty().get().text()))
                        .isEmpty();
        return checked && !(model.folderProperty().get() instanceof Folder.Reading);
    }

    private void onKey(KeyEvent key) {
        if (!model.isAsking() && take(key)) {
            key.consume();
        }
    }

    private boolean take(KeyEvent key) {
        if (key.getCode() == KeyCode.F8) {
            return run(key.isShiftDown() ? this::previousProblem : this::nextProblem);
        }
        if (key.isShortcutDown() && key.isShiftDown() && key.getCode() == KeyCode.DELETE) {
            return run(this::delete);
        }
        if (key.isShortcutDown() && key.isShiftDown() && key.getCode() == KeyCode.M) {
            return run(model.problems()::showAll);
        }
        if (key.isShortcutDown() && key.isShiftDown() && key.getCode() == KeyCode.S) {
            // whoever is above says why they cannot be applied
            return model.refusalOfAllProperty().get().isEmpty() && run(model::askToApplyAll);
        }
        if (!key.isShortcutDown() || key.isShiftDown()) {
            return false;
        }
        return key.isAltDown()
                ? key.getCode() == KeyCode.Z && run(this::discard)
                : switch (key.getCode()) {
                    case ENTER -> run(model::dryRun);
                    // whoever is above says why it cannot be applied
                    case S -> model.refusalProperty().get().isEmpty() && run(model::askToApply);
                    case E -> run(this::filter);
                    case F -> run(this::find);
                    case H -> run(this::history);
                    case N -> run(model::askForNew);
                    default -> false;
                };
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }

    public void nextProblem() {
        focusText();
        editor.editor().ifPresent(YamlEditor::nextProblem);
    }

    public void previousProblem() {
        focusText();
        editor.editor().ifPresent(YamlEditor::previousProblem);
    }

    /// To the field that filters the tree.
    public void filter() {
        tree.focusFilter();
    }

    /// Opens the bar that finds in the text.
    public void find() {
        editor.showYaml();
        editor.editor().ifPresent(YamlEditor::find);
    }

    /// What was written to the file that lies open.
    public void history() {
        editor.showHistory();
    }

    /// Gives up the draft that lies open.
    public void discard() {
        model.deskProperty().get().openFile().ifPresent(model::discard);
    }

    /// Takes the object at the caret out of its draft.
    public void delete() {
        editor.editor().ifPresent(one -> model.remove(one.line()));
    }

    /// The question leaves the keyboard where it took it from: in the text.
    private void onPhase(Phase before, Phase now) {
        if (now instanceof Phase.DryRun || now instanceof Phase.Removed) {
            editor.showDiff();
        } else if (now instanceof Phase.Written(var entry) && isDeletion(entry)) {
            editor.showHistory();
        } else if (before instanceof Phase.Asking
                || before instanceof Phase.AskingAll
                || isTakenFrom(before, now)) {
            focusText();
        }
    }

    /// Whether the button that has the keyboard goes with the last step.
    private boolean isTakenFrom(Phase before, Phase now) {
        return !before.lost().isEmpty() && now instanceof Phase.Idle && editor.isFocusWithin();
    }

    private void onAsked(Optional<NewObject> now) {
        if (now.isEmpty()) {
            focusText();
            if (editor.editor().isEmpty()) {
                tree.focusRows();
            }
        }
    }

    private static boolean isDeletion(JournalEntry entry) {
        return entry.edit().after().isEmpty() && !entry.undone();
    }

    private void onMoved() {
        header.undoButton()
                .setDisable(
                        editor.editor().map(one -> !one.undoAvailable().getValue()).orElse(true));
        tree.choose(model.deskProperty().get(), editor.editor().map(YamlEditor::line).orElse(1));
        editor.editor()
                .ifPresent(one -> {
                    model.help().point(one.caretProperty().get());
                    side.showHere(model.help().fieldProperty().get(), one.here());
                });
    }

    private void go(ProblemRow row) {
        var place = row.finding().problem().place();
        if (model.deskProperty().get().openFile().equals(Optional.of(row.file()))) {
            editor.showYaml();
            editor.editor().ifPresent(one -> one.moveTo(row.finding()));
        } else {
            model.openAt(
                    row.file().toString(), Math.max(1, place.line()), Math.max(1, place.column()));
        }
        focusText();
    }

    /// In the editor, where what lies open changes, so that its undo takes it back; else in the
    /// draft.
    private void repair(ProblemRow row, Finding.Fix fix) {
        var open = model.deskProperty().get().openDraft();
        if (fix.elsewhere().isEmpty()
                && open.filter(draft -> draft.file().equals(row.file())).isPresent()) {
            repair(fix.edit());
        } else {
            model.problems().repair(row, fix);
        }
    }

    private void repair(TextEdit edit) {
        editor.showYaml();
        editor.editor().ifPresent(one -> one.replace(edit));
    }

    private void focusText() {
        editor.showYaml();
        editor.editor().ifPresent(YamlEditor::focusText);
    }
}
