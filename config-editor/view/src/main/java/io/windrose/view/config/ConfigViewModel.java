package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.config.patch.LineDiff;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.Completion;
import io.windrose.session.edit.Conflict;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.Documents;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.session.edit.Referrer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state of the Configuration screen and everything a user can do on it.
///
/// Confined to `fx`: the JavaFX application thread in the program, the calling thread in tests.
/// What reads or writes files, and what checks text, runs on `blocking`.
public final class ConfigViewModel {
    /// Long enough that nobody is told of a word before it is finished.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String CHANGED_MEANWHILE = "MESH0403";

    /// What the screen needs of the world around it.
    ///
    /// @param blocking runs tasks that wait for the disk; virtual threads do
    /// @param timer runs its tasks on `fx`
    public record Ports(EditedFolder folder, Owner fx, Executor blocking, Timer timer) {}

    private final Ports ports;
    private final Aside aside;
    private final FolderReader reader;
    private final CaretHelp help;
    private final HistoryReader history;
    private final FolderCheck checks;
    private final Problems problems;
    private final Drafts drafts = new Drafts();
    private final DraftedFiles files = new DraftedFiles(drafts);
    private final ReadOnlyObjectWrapper<Folder> folder =
            new ReadOnlyObjectWrapper<>(new Folder.Reading());
    private final ReadOnlyObjectWrapper<Desk> desk =
            new ReadOnlyObjectWrapper<>(new Desk.Nothing());
    private final ReadOnlyObjectWrapper<Diagnosis> diagnosis =
            new ReadOnlyObjectWrapper<>(Diagnosis.NOTHING);
    private final ReadOnlyObjectWrapper<List<LineDiff.Line>> difference =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Referrer>> leftBehind =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Idle());
    private final ReadOnlyObjectWrapper<Jump> jump = new ReadOnlyObjectWrapper<>(new Jump(0, 1, 1));
    private final ReadOnlyObjectWrapper<Optional<NewObject>> newObject =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final StringProperty missingRight = new SimpleStringProperty("");
    private ConfigSnapshot applied = ConfigSnapshot.EMPTY;
    private Optional<Consumer<Folder>> onceRead = Optional.empty();
    private Timer.Cancellation nextCheck = Timer.Cancellation.NOTHING;

    public ConfigViewModel(Ports ports) {
        this.ports = ports;
        aside = new Aside(ports.blocking, ports.fx);
        reader = new FolderReader(ports.folder, aside, this::onFolder);
        history = new HistoryReader(ports.folder, aside, () -> desk.get().openFile());
        help = new CaretHelp(aside, ports.timer, () -> desk.get().openDraft());
        var analysis = new FolderAnalysis();
        checks = new FolderCheck(aside, analysis, this::question, this::onChecked);
        problems = new Problems(this, aside, analysis);
        missingRight.subscribe(_ -> judge());
        refresh();
    }

    public ReadOnlyObjectProperty<Folder> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /// The files of the folder as they would be with their drafts; empty until they are read.
    public ReadOnlyObjectProperty<List<EditedFile>> filesProperty() {
        return files.property();
    }

    public ReadOnlyObjectProperty<Desk> deskProperty() {
        return desk.getReadOnlyProperty();
    }

    /// Of the draft that lies open; of an earlier text of it until the next check has ended.
    public ReadOnlyObjectProperty<Diagnosis> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }

    /// From what the file holds to the draft, all lines; changes together with the diagnosis.
    public ReadOnlyObjectProperty<List<LineDiff.Line>> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    /// Of the open file and of all files, with their repairs.
    public Problems problems() {
        return problems;
    }

    /// Who still names objects that the draft takes away; changes together with the diagnosis.
    ReadOnlyObjectProperty<List<Referrer>> leftBehindProperty() {
        return leftBehind.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// What was written to the open file from here, newest first.
    public ReadOnlyObjectProperty<List<JournalEntry>> historyProperty() {
        return history.entriesProperty();
    }

    /// The files whose draft differs from what they hold.
    public ReadOnlyObjectProperty<List<Path>> changedProperty() {
        return files.changedProperty();
    }

    /// Those of them that are not found in the folder any more.
    public ReadOnlyObjectProperty<List<Path>> goneProperty() {
        return files.goneProperty();
    }

    /// Files that were deleted from here lately, so that their history can take that back.
    public ReadOnlyObjectProperty<List<Path>> deletedProperty() {
        return history.deletedProperty();
    }

    /// What is asked about a new object; empty while nobody makes one.
    public ReadOnlyObjectProperty<Optional<NewObject>> newObjectProperty() {
        return newObject.getReadOnlyProperty();
    }

    /// Whether a question lies over the screen, so that what is beneath must wait.
    public boolean isAsking() {
        return phase.get() instanceof Phase.Asking || newObject.get().isPresent();
    }

    public ReadOnlyObjectProperty<Jump> jumpProperty() {
        return jump.getReadOnlyProperty();
    }

    /// Why the draft cannot be applied now, as a sentence; empty when it can.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What is missing to write, e.g. `the folder is not writable`; empty when nothing is. To be
    /// set or bound by whoever knows.
    public StringProperty missingRightProperty() {
        return missingRight;
    }

    /// Tells what the mesh has taken over; the files are then read again, too.
    public void show(ConfigSnapshot snapshot) {
        applied = snapshot;
        refresh();
        check();
    }

    /// Reads the files again. Drafts stay, and are in conflict where their file was changed.
    public void refresh() {
        reader.read();
    }

    /// Opens the file in which an object stands, at the object; does nothing when it is in no file.
    public void open(ResourceId id) {
        whenRead(found ->
                found.all().stream()
                        .flatMap(file ->
                                file.objects().stream()
                                        .filter(one -> one.id().equals(Optional.of(id)))
                                        .map(one -> new Opening(file, one.line())))
                        .reduce((_, last) -> last)
                        .ifPresent(one -> open(one.file, one.line, 1)));
    }

    /// @param file as problems and origins name it
    /// @param line from 1
    /// @param column in characters, from 1
    public void openAt(String file, int line, int column) {
        var wanted = Path.of(file).toAbsolutePath().normalize();
        whenRead(found -> {
            found.all().stream()
                    .filter(one -> one.file().toAbsolutePath().normalize().equals(wanted))
                    .findFirst()
                    .ifPresent(one -> open(one, line, column));
            Stream.concat(changedProperty().get().stream(), deletedProperty().get().stream())
                    .filter(one -> !found.has(one))
                    .filter(one -> one.toAbsolutePath().normalize().equals(wanted))
                    .findFirst()
                    .ifPresent(one -> lay(one, drafts.begin(one), line, column));
        });
    }

    /// Asks what a new object shall be; does nothing while another question waits.
    public void askForNew() {
        whenRead(_ -> {
            if (!isAsking()) {
                newObject.set(Optional.of(newObject()));
            }
        });
    }

    private NewObject newObject() {
        return new NewObject(
                ports.folder.folder(),
                filesProperty().get(),
                file -> drafts.desk(file) instanceof Desk.InConflict,
                namespaceHere(),
                this::add);
    }

    public void leaveNew() {
        newObject.set(Optional.empty());
    }

    /// Puts a document at the end of a file's draft, and shows it; the file need not be there.
    private void add(Path file, String document) {
        phase.set(new Phase.Idle());
        var known = folder.get().find(file).map(drafts::open);
        var before = known.orElseGet(() -> drafts.begin(file));
        before.openDraft()
                .ifPresent(draft -> drafts.put(draft.with(Documents.with(draft.text(), document))));
        var after = drafts.desk(file);
        int lines = after.openDraft().map(draft -> (int) draft.text().lines().count()).orElse(0);
        lay(file, after, lines - (int) document.lines().count() + 1, 1);
        files.lay();
        leaveNew();
    }

    /// Takes the object that stands at a line out of the draft that lies open, with its comment;
    /// [#bringBack] undoes that. Refuses where the object shares its document with others.
    ///
    /// @param line from 1
    public void remove(int line) {
        desk.get()
                .openDraft()
                .filter(draft -> !draft.text().isBlank())
                .ifPresent(draft -> {
                    var object = files.objectAt(draft, line);
                    switch (EditedFile.of(draft.file(), draft.text()).without(line)) {
                        case Result.Ok<String>(var text, _) -> {
                            type(text);
                            phase.set(new Phase.Removed(draft, object));
                        }
                        case Result.Err<String>(var problems) ->
                                phase.set(new Phase.Refused(problems));
                    }
                });
    }

    /// Takes over what stands in the editor now.
    public void type(String text) {
        desk.get()
                .openDraft()
                .ifPresent(draft -> {
                    if (!draft.text().equals(text)) {
                        drafts.put(draft.with(text));
                        phase.set(new Phase.Idle());
                        laid(drafts.desk(draft.file()));
                    }
                });
    }

    /// Gives up the draft of a file; [#bringBack] undoes that. Does nothing without changes.
    public void discard(Path file) {
        drafts.discard(file, !folder.get().has(file))
                .ifPresent(draft -> {
                    phase.set(new Phase.Discarded(draft));
                    layAgain(file);
                    files.lay();
                });
    }

    /// Undoes [#discard], [#remove] or a repair as long as nothing was done since.
    public void bringBack() {
        var lost = phase.get().lost();
        if (!lost.isEmpty()) {
            phase.set(new Phase.Idle());
            lost.forEach(drafts::put);
            layAgain(desk.get().openFile().orElse(lost.getFirst().file()));
            refresh();
        }
    }

    /// Of all files that can be read, as they would be with their drafts.
    SortedMap<Path, String> texts() {
        return files.texts();
    }

    /// What the mesh has taken over.
    ConfigSnapshot applied() {
        return applied;
    }

    /// Changes drafts in one step, which [#bringBack] undoes; those that were changed since stay.
    ///
    /// @param before the texts that the new ones were made of
    /// @param what was done, as an order
    void redraft(Map<Path, String> before, Map<Path, String> after, String what) {
        var changed = new ArrayList<Draft>();
        after.forEach((file, text) -> {
            var known = folder.get().find(file).map(drafts::open).orElse(drafts.desk(file));
            known.openDraft()
                    .filter(draft -> draft.text().equals(before.get(file)))
                    .ifPresent(draft -> {
                        changed.add(draft);
                        drafts.put(draft.with(text));
                    });
        });
        if (!changed.isEmpty()) {
            phase.set(new Phase.Repaired(changed, what));
            desk.get().openFile().ifPresent(file -> laid(drafts.desk(file)));
            files.lay();
            files.tally();
            checks.check();
        }
    }

    void refuse(Problem problem) {
        phase.set(new Phase.Refused(List.of(problem)));
    }

    /// Asks before anything is written; does nothing while there is a refusal.
    public void askToApply() {
        desk.get()
                .openDraft()
                .filter(_ -> refusal.get().isEmpty())
                .ifPresent(draft ->
                        phase.set(
                                new Phase.Asking(
                                        edit(draft), files.subjects(draft), leftBehind.get())));
    }

    /// The history names an object where one alone changed.
    private FileEdit edit(Draft draft) {
        var subjects = files.subjects(draft);
        return draft.edit(subjects.size() == 1 ? subjects.getFirst() : "");
    }

    /// Says what applying would do. Allowed without the right to write.
    public void dryRun() {
        desk.get()
                .openDraft()
                .ifPresent(draft ->
                        phase.set(new Phase.DryRun(edit(draft), Words.counts(diagnosis.get()))));
    }

    public void leaveQuestion() {
        phase.set(new Phase.Idle());
    }

    /// Writes what was asked about. What is typed while that runs stays in the draft.
    public void apply() {
        if (phase.get() instanceof Phase.Asking(var edit, _, _)) {
            phase.set(new Phase.Applying(edit));
            judge();
            boolean anew = goneProperty().get().contains(edit.file());
            write(
                    edit.file(),
                    () -> anew ? ports.folder.applyAnew(edit) : ports.folder.apply(edit));
        }
    }

    /// Puts the file back to what it was before that change, to the byte.
    public void undo(JournalEntry entry) {
        desk.get().openFile().ifPresent(file -> write(file, () -> ports.folder.undo(entry.id())));
    }

    public void keepMine() {
        settle(Conflict::keepMine);
    }

    public void takeTheirs() {
        settle(Conflict::takeTheirs);
    }

    public void mergeByHand() {
        settle(Conflict::mergeByHand);
    }

    /// @param then gets the answer here, unless the text has changed since
    public void complete(int offset, Consumer<Completion> then) {
        help.complete(offset, applied, then);
    }

    CaretHelp help() {
        return help;
    }

    private record Opening(EditedFile file, int line) {}

    private void whenRead(Consumer<Folder> then) {
        if (folder.get() instanceof Folder.Reading) {
            onceRead = Optional.of(then);
        } else {
            then.accept(folder.get());
        }
    }

    private void open(EditedFile file, int line, int column) {
        lay(file.file(), drafts.open(file), line, column);
    }

    private void lay(Path file, Desk next, int line, int column) {
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
    private void layAgain(Path file) {
        var open = desk.get().openFile();
        var next = open.isEmpty() || open.get().equals(file) ? drafts.desk(file) : desk.get();
        if (next instanceof Desk.Nothing) {
            diagnosis.set(Diagnosis.NOTHING);
            difference.set(List.of());
            history.clear();
        }
        laid(next);
    }

    private void laid(Desk next) {
        desk.set(next);
        files.tally();
        judge();
        nextCheck.cancel();
        nextCheck =
                diagnosis.get().equals(Diagnosis.NOTHING)
                        ? Timer.Cancellation.NOTHING
                        : ports.timer.after(PAUSE, this::check);
        if (diagnosis.get().equals(Diagnosis.NOTHING)) {
            check();
        }
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
                    judge();
                });
        problems.found(found.found());
    }

    private void onFolder(Folder found) {
        drafts.follow(found.all());
        boolean other = !found.equals(folder.get());
        folder.set(found);
        files.follow(found);
        desk.get().openFile().ifPresent(this::relay);
        judge();
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

    private void write(Path file, Supplier<Result<JournalEntry>> writing) {
        aside.run(
                "Writing",
                writing,
                answer -> onWritten(file, answer),
                bug -> onWritten(file, Result.err(bug)));
    }

    private void onWritten(Path file, Result<JournalEntry> answer) {
        switch (answer) {
            case Result.Err<JournalEntry>(var problems) ->
                    phase.set(
                            isShownAsConflict(file, problems)
                                    ? new Phase.Idle()
                                    : new Phase.Refused(problems));
            case Result.Ok<JournalEntry>(var entry, _) -> {
                var now = entry.undone() ? entry.edit().before() : entry.edit().after();
                drafts.written(file, now);
                phase.set(new Phase.Written(entry));
            }
        }
        laid(desk.get().openFile().equals(Optional.of(file)) ? drafts.desk(file) : desk.get());
        refresh();
    }

    /// A file that the folder does not list comes into no conflict, although something may be
    /// there: under a name that differs in its letters' case, where the system sees no difference.
    private boolean isShownAsConflict(Path file, List<Problem> problems) {
        return folder.get().has(file)
                && problems.stream().anyMatch(one -> one.code().equals(CHANGED_MEANWHILE));
    }

    private void settle(Function<Conflict, Draft> choice) {
        if (desk.get() instanceof Desk.InConflict(var conflict)) {
            var draft = choice.apply(conflict);
            drafts.settle(draft);
            diagnosis.set(Diagnosis.NOTHING);
            laid(new Desk.Editing(draft));
        }
    }

    private String namespaceHere() {
        return diagnosis.get().objects().stream()
                .map(id -> id.name().namespace())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("default");
    }

    private void judge() {
        refusal.set(
                Words.refusal(
                        new Words.Standing(
                                desk.get(),
                                diagnosis.get(),
                                phase.get(),
                                folder.get(),
                                missingRight.get())));
    }
}
