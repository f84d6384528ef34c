package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.patch.LineDiff;
import io.windrose.kernel.Timer;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.session.edit.FolderDiagnosis;
import io.windrose.session.edit.Referrer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The files of the folder with their drafts, which of them lies open, what is known of it, and
/// what came of the last step.
///
/// Confined to the owner of the view model.
final class Workbench {
    /// Long enough that nobody is told of a word before it is finished.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Timer timer;
    private final FolderReader reader;
    private final HistoryReader history;
    private final FolderCheck checks;
    private final Drafts drafts = new Drafts();
    private final DraftedFiles files = new DraftedFiles(drafts);
    private final ReadOnlyObjectWrapper<Folder> folder =
            new ReadOnlyObjectWrapper<>(new Folder.Reading());
    private final ReadOnlyObjectWrapper<Desk> desk =
            new ReadOnlyObjectWrapper<>(new Desk.Nothing());
    private final ReadOnlyObjectWrapper<Diagnosis> diagnosis =
            new ReadOnlyObjectWrapper<>(Diagnosis.NOTHING);
    private final ReadOnlyObjectWrapper<FolderDiagnosis> diagnoses =
            new ReadOnlyObjectWrapper<>(FolderDiagnosis.NOTHING);
    private final ReadOnlyObjectWrapper<List<LineDiff.Line>> difference =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Referrer>> leftBehind =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Idle());
    private final ReadOnlyObjectWrapper<Jump> jump = new ReadOnlyObjectWrapper<>(new Jump(0, 1, 1));
    private ConfigSnapshot applied = ConfigSnapshot.EMPTY;
    private Optional<Consumer<Folder>> onceRead = Optional.empty();
    private Timer.Cancellation nextCheck = Timer.Cancellation.NOTHING;

    Workbench(EditedFolder edited, Aside aside, Timer timer, FolderAnalysis analysis) {
        this.timer = timer;
        reader = new FolderReader(edited, aside, this::onFolder);
        history = new HistoryReader(edited, aside, () -> desk.get().openFile());
        checks = new FolderCheck(aside, analysis, this::question, this::onChecked);
    }

    ReadOnlyObjectProperty<Folder> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Desk> deskProperty() {
        return desk.getReadOnlyProperty();
    }

    /// Of the draft that lies open; of an earlier text of it until the next check has ended.
    ReadOnlyObjectProperty<Diagnosis> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }

    /// Of all files, as the last check found them; changes after that of the open draft.
    ReadOnlyObjectProperty<FolderDiagnosis> diagnosesProperty() {
        return diagnoses.getReadOnlyProperty();
    }

    /// From what the open file holds to its draft; changes together with the diagnosis.
    ReadOnlyObjectProperty<List<LineDiff.Line>> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    /// Who names objects that the open draft takes away; changes together with the diagnosis.
    ReadOnlyObjectProperty<List<Referrer>> leftBehindProperty() {
        return leftBehind.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Jump> jumpProperty() {
        return jump.getReadOnlyProperty();
    }

    Drafts drafts() {
        return drafts;
    }

    DraftedFiles files() {
        return files;
    }

    HistoryReader history() {
        return history;
    }

    /// What the mesh has taken over.
    ConfigSnapshot applied() {
        return applied;
    }

    /// Tells what came of a step.
    void turn(Phase next) {
        phase.set(next);
    }

    void show(ConfigSnapshot snapshot) {
        applied = snapshot;
        refresh();
        check();
    }

    /// Reads the files again.
    void refresh() {
        reader.read();
    }

    /// @param then called now, or once after the folder is read for the first time; who asks
    ///   meanwhile takes the place of who asked before
    void whenRead(Consumer<Folder> then) {
        if (folder.get() instanceof Folder.Reading) {
            onceRead = Optional.of(then);
        } else {
            then.accept(folder.get());
        }
    }

    /// The draft of a file, begun from what it holds where there is none; nothing where there is
    /// neither.
    Desk draft(Path file) {
        return folder.get().find(file).map(drafts::open).orElseGet(() -> drafts.desk(file));
    }

    /// @param line from 1
    /// @param column in characters, from 1
    void open(EditedFile file, int line, int column) {
        lay(file.file(), drafts.open(file), line, column);
    }

    /// Lays a draft of that file open, at a place.
    void lay(Path file, Desk next, int line, int column) {
        if (!desk.get().openFile().equals(Optional.of(file))) {
            phase.set(new Phase.Idle());
            history.clear();
            diagnosis.set(Diagnosis.NOTHING);
            leftBehind.set(List.of());
        }
        laid(next);
        jump.set(new Jump(jump.get().serial() + 1, line, column));
        history.read();
    }

    /// Shows what became of a draft, if it is the one that lies open or none does.
    void layAgain(Path file) {
        var open = desk.get().openFile();
        var next = open.isEmpty() || open.get().equals(file) ? drafts.desk(file) : desk.get();
        if (next instanceof Desk.Nothing) {
            diagnosis.set(Diagnosis.NOTHING);
            difference.set(List.of());
            history.clear();
        }
        laid(next);
    }

    /// Shows what became of the draft that lies open.
    void layOpen() {
        desk.get().openFile().ifPresent(file -> laid(drafts.desk(file)));
    }

    /// Shows a draft that shares nothing with what was known of the open one.
    void layAnew(Desk next) {
        diagnosis.set(Diagnosis.NOTHING);
        laid(next);
    }

    void laid(Desk next) {
        desk.set(next);
        files.tally();
        nextCheck.cancel();
        nextCheck =
                diagnosis.get().equals(Diagnosis.NOTHING)
                        ? Timer.Cancellation.NOTHING
                        : timer.after(PAUSE, this::check);
        if (diagnosis.get().equals(Diagnosis.NOTHING)) {
            check();
        }
    }

    /// Checks the files again, without a pause.
    void checkNow() {
        checks.check();
    }

    private void check() {
        if (!(folder.get() instanceof Folder.Reading) || desk.get().openDraft().isPresent()) {
            checks.check();
        }
    }

    private CheckedFolder.Question question() {
        var texts = files.texts();
        desk.get().openDraft().ifPresent(draft -> texts.put(draft.file(), draft.text()));
        return new CheckedFolder.Question(texts, desk.get().openDraft(), applied);
    }

    private void onChecked(CheckedFolder found) {
        files.put(found.found().read());
        found.open()
                .filter(open -> desk.get().openDraft().equals(Optional.of(open.draft())))
                .ifPresent(open -> {
                    difference.set(open.difference());
                    leftBehind.set(open.leftBehind());
                    diagnosis.set(open.diagnosis());
                });
        diagnoses.set(found.found());
    }

    private void onFolder(Folder found) {
        drafts.follow(found.all());
        boolean other = !found.equals(folder.get());
        folder.set(found);
        files.follow(found);
        desk.get().openFile().ifPresent(this::relay);
        history.read();
        if (other) {
            checks.check();
        }
        var waiting = onceRead;
        onceRead = Optional.empty();
        waiting.ifPresent(then -> then.accept(folder.get()));
    }

    private void relay(Path file) {
        var next =
                desk.get() instanceof Desk.Unreadable
                        ? folder.get().find(file).map(drafts::open).orElse(desk.get())
                        : drafts.desk(file);
        if (!next.equals(desk.get())) {
            laid(next);
        }
    }
}
