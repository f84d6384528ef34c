package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.JournalEntry;
import io.windrose.config.patch.LineDiff;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.Completion;
import io.windrose.session.edit.Conflict;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.session.edit.Referrer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state of the Configuration screen and everything a user can do on it.
///
/// Confined to `fx`: the JavaFX application thread in the program, the calling thread in tests.
/// What reads or writes files, and what checks text, runs on `blocking`.
public final class ConfigViewModel {
    /// What the screen needs of the world around it.
    ///
    /// @param blocking runs tasks that wait for the disk; virtual threads do
    /// @param timer runs its tasks on `fx`
    /// @param analysis of the files of the folder, of others too
    public record Ports(
            EditedFolder folder,
            Owner fx,
            Executor blocking,
            Timer timer,
            FolderAnalysis analysis) {

        /// With an analysis of its own.
        public Ports(EditedFolder folder, Owner fx, Executor blocking, Timer timer) {
            this(folder, fx, blocking, timer, new FolderAnalysis());
        }
    }

    private final Workbench bench;
    private final DraftSteps steps;
    private final NewObjects newObjects;
    private final Writing writing;
    private final CaretHelp help;
    private final Problems problems;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusalOfAll = new ReadOnlyStringWrapper("");
    private final StringProperty missingRight = new SimpleStringProperty("");

    public ConfigViewModel(Ports ports) {
        var aside = new Aside(ports.blocking, ports.fx);
        var analysis = ports.analysis;
        bench = new Workbench(ports.folder, aside, ports.timer, analysis);
        steps = new DraftSteps(bench);
        newObjects = new NewObjects(ports.folder.folder(), bench);
        writing = new Writing(ports.folder, aside, bench);
        help = new CaretHelp(aside, ports.timer, () -> deskProperty().get().openDraft());
        problems = new Problems(bench, steps, aside, analysis);
        refusal.bind(
                Bindings.createStringBinding(
                        () -> Words.refusal(standing()),
                        deskProperty(),
                        diagnosisProperty(),
                        phaseProperty(),
                        folderProperty(),
                        missingRight));
        refusalOfAll.bind(
                Bindings.createStringBinding(
                        () ->
                                Words.refusalOfAll(
                                        changedProperty().get().stream()
                                                .map(bench.drafts()::desk)
                                                .toList(),
                                        bench.diagnosesProperty().get(),
                                        phaseProperty().get(),
                                        missingRight.get()),
                        changedProperty(),
                        deskProperty(),
                        folderProperty(),
                        bench.diagnosesProperty(),
                        phaseProperty(),
                        missingRight));
        refresh();
    }

    public ReadOnlyObjectProperty<Folder> folderProperty() {
        return bench.folderProperty();
    }

    /// The files of the folder as they would be with their drafts; empty until they are read.
    public ReadOnlyObjectProperty<List<EditedFile>> filesProperty() {
        return bench.files().property();
    }

    public ReadOnlyObjectProperty<Desk> deskProperty() {
        return bench.deskProperty();
    }

    /// Of the draft that lies open; of an earlier text of it until the next check has ended.
    public ReadOnlyObjectProperty<Diagnosis> diagnosisProperty() {
        return bench.diagnosisProperty();
    }

    /// From what the file holds to the draft, all lines; changes together with the diagnosis.
    public ReadOnlyObjectProperty<List<LineDiff.Line>> differenceProperty() {
        return bench.differenceProperty();
    }

    /// Of the open file and of all files, with their repairs.
    public Problems problems() {
        return problems;
    }

    /// Who still names objects that the draft takes away; changes together with the diagnosis.
    ReadOnlyObjectProperty<List<Referrer>> leftBehindProperty() {
        return bench.leftBehindProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return bench.phaseProperty();
    }

    /// What was written to the open file from here, newest first.
    public ReadOnlyObjectProperty<List<JournalEntry>> historyProperty() {
        return bench.history().entriesProperty();
    }

    /// The files whose draft differs from what they hold.
    public ReadOnlyObjectProperty<List<Path>> changedProperty() {
        return bench.files().changedProperty();
    }

    /// Those of them that are not found in the folder any more.
    public ReadOnlyObjectProperty<List<Path>> goneProperty() {
        return bench.files().goneProperty();
    }

    /// Files that were deleted from here lately, so that their history can take that back.
    public ReadOnlyObjectProperty<List<Path>> deletedProperty() {
        return bench.history().deletedProperty();
    }

    /// What is asked about a new object; empty while nobody makes one.
    public ReadOnlyObjectProperty<Optional<NewObject>> newObjectProperty() {
        return newObjects.askedProperty();
    }

    /// Whether a question lies over the screen, so that what is beneath must wait.
    public boolean isAsking() {
        return phaseProperty().get() instanceof Phase.Asking
                || phaseProperty().get() instanceof Phase.AskingAll
                || newObjectProperty().get().isPresent();
    }

    public ReadOnlyObjectProperty<Jump> jumpProperty() {
        return bench.jumpProperty();
    }

    /// Why the draft cannot be applied now, as a sentence; empty when it can.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Why the drafts of all files cannot be applied together now; empty when they can.
    public ReadOnlyStringProperty refusalOfAllProperty() {
        return refusalOfAll.getReadOnlyProperty();
    }

    /// What is missing to write, e.g. `the folder is not writable`; empty when nothing is. To be
    /// set or bound by whoever knows.
    public StringProperty missingRightProperty() {
        return missingRight;
    }

    /// Tells what the mesh has taken over; the files are then read again, too.
    public void show(ConfigSnapshot snapshot) {
        bench.show(snapshot);
    }

    /// Reads the files again. Drafts stay, and are in conflict where their file was changed.
    public void refresh() {
        bench.refresh();
    }

    /// Opens the file in which an object stands, at the object; does nothing when it is in no file.
    public void open(ResourceId id) {
        bench.whenRead(found ->
                found.all().stream()
                        .flatMap(file ->
                                file.objects().stream()
                                        .filter(one -> one.id().equals(Optional.of(id)))
                                        .map(one -> new Opening(file, one.line())))
                        .reduce((_, last) -> last)
                        .ifPresent(one -> bench.open(one.file, one.line, 1)));
    }

    private record Opening(EditedFile file, int line) {}

    /// @param file as problems and origins name it
    /// @param line from 1
    /// @param column in characters, from 1
    public void openAt(String file, int line, int column) {
        var wanted = Path.of(file).toAbsolutePath().normalize();
        bench.whenRead(found -> {
            found.all().stream()
                    .filter(one -> one.file().toAbsolutePath().normalize().equals(wanted))
                    .findFirst()
                    .ifPresent(one -> bench.open(one, line, column));
            Stream.concat(changedProperty().get().stream(), deletedProperty().get().stream())
                    .filter(one -> !found.has(one))
                    .filter(one -> one.toAbsolutePath().normalize().equals(wanted))
                    .findFirst()
                    .ifPresent(one -> bench.lay(one, bench.drafts().begin(one), line, column));
        });
    }

    /// Asks what a new object shall be; does nothing while another question waits.
    public void askForNew() {
        bench.whenRead(_ -> {
            if (!isAsking()) {
                newObjects.ask();
            }
        });
    }

    public void leaveNew() {
        newObjects.leave();
    }

    /// Takes the object that stands at a line out of the draft that lies open, with its comment;
    /// [#bringBack] undoes that. Refuses where the object shares its document with others.
    ///
    /// @param line from 1
    public void remove(int line) {
        steps.remove(line);
    }

    /// Takes over what stands in the editor now.
    public void type(String text) {
        steps.type(text);
    }

    /// Gives up the draft of a file; [#bringBack] undoes that. Does nothing without changes.
    public void discard(Path file) {
        steps.discard(file);
    }

    /// Undoes [#discard], [#remove] or a repair as long as nothing was done since.
    public void bringBack() {
        steps.bringBack();
    }

    /// Asks before anything is written; does nothing while there is a refusal.
    public void askToApply() {
        if (refusal.get().isEmpty()) {
            writing.ask();
        }
    }

    /// Asks before the drafts of all files are written; does nothing while there is a refusal.
    public void askToApplyAll() {
        if (refusalOfAll.get().isEmpty()) {
            writing.askAll();
        }
    }

    /// Says what applying would do. Allowed without the right to write.
    public void dryRun() {
        writing.dryRun();
    }

    public void leaveQuestion() {
        bench.turn(new Phase.Idle());
    }

    /// Writes what was asked about. What is typed while that runs stays in the draft.
    public void apply() {
        writing.apply();
    }

    /// Puts the file back to what it was before that change, to the byte.
    public void undo(JournalEntry entry) {
        writing.undo(entry);
    }

    public void keepMine() {
        steps.settle(Conflict::keepMine);
    }

    public void takeTheirs() {
        steps.settle(Conflict::takeTheirs);
    }

    public void mergeByHand() {
        steps.settle(Conflict::mergeByHand);
    }

    /// @param then gets the answer here, unless the text has changed since
    public void complete(int offset, Consumer<Completion> then) {
        help.complete(offset, bench.applied(), then);
    }

    CaretHelp help() {
        return help;
    }

    private Words.Standing standing() {
        return new Words.Standing(
                deskProperty().get(),
                diagnosisProperty().get(),
                phaseProperty().get(),
                folderProperty().get(),
                missingRight.get());
    }
}
