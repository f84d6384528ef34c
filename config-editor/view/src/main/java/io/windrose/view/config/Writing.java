package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The way of drafts into their files, of the open one or of all: tried, asked about, written,
/// taken back.
///
/// Confined to the owner of the view model.
final class Writing {
    private static final String CHANGED_MEANWHILE = "MESH0403";

    private final EditedFolder folder;
    private final Aside aside;
    private final Workbench bench;

    Writing(EditedFolder folder, Aside aside, Workbench bench) {
        this.folder = folder;
        this.aside = aside;
        this.bench = bench;
    }

    /// Says what writing would do.
    void dryRun() {
        bench.deskProperty()
                .get()
                .openDraft()
                .ifPresent(draft ->
                        bench.turn(
                                new Phase.DryRun(
                                        edit(draft),
                                        Words.counts(bench.diagnosisProperty().get()))));
    }

    /// Asks before anything is written.
    void ask() {
        bench.deskProperty()
                .get()
                .openDraft()
                .ifPresent(draft ->
                        bench.turn(
                                new Phase.Asking(
                                        edit(draft),
                                        bench.files().subjects(draft),
                                        bench.leftBehindProperty().get())));
    }

    /// Asks about all drafts at once.
    void askAll() {
        var edits = changed().map(this::edit).toList();
        if (!edits.isEmpty()) {
            bench.turn(new Phase.AskingAll(edits));
        }
    }

    private Stream<Draft> changed() {
        return bench.files().changedProperty().get().stream()
                .flatMap(file -> bench.drafts().desk(file).openDraft().stream());
    }

    /// The history names an object where one alone changed.
    private FileEdit edit(Draft draft) {
        var subjects = bench.files().subjects(draft);
        return draft.edit(subjects.size() == 1 ? subjects.getFirst() : "");
    }

    /// Writes what was asked about. What is typed while that runs stays in the draft.
    void apply() {
        var gone = List.copyOf(bench.files().goneProperty().get());
        switch (bench.phaseProperty().get()) {
            case Phase.Asking(var edit, _, _) -> {
                bench.turn(new Phase.Applying(List.of(edit)));
                write(edit.file(), () -> applied(edit, gone));
            }
            case Phase.AskingAll(var edits) -> {
                bench.turn(new Phase.Applying(edits));
                aside.run(
                        "Writing",
                        () ->
                                edits.stream()
                                        .map(edit -> new Answer(edit.file(), applied(edit, gone)))
                                        .toList(),
                        this::onAllWritten,
                        bug -> onAllWritten(List.of(new Answer(Path.of(""), Result.err(bug)))));
            }
            default -> {
                // nobody was asked
            }
        }
    }

    private record Answer(Path file, Result<JournalEntry> written) {}

    private Result<JournalEntry> applied(FileEdit edit, List<Path> gone) {
        return gone.contains(edit.file()) ? folder.applyAnew(edit) : folder.apply(edit);
    }

    private void onAllWritten(List<Answer> answers) {
        var entries = new ArrayList<JournalEntry>();
        var problems = new ArrayList<Problem>();
        for (var answer : answers) {
            switch (answer.written) {
                case Result.Err<JournalEntry>(var why) -> problems.addAll(why);
                case Result.Ok<JournalEntry>(var entry, _) -> {
                    bench.drafts().written(answer.file, entry.edit().after());
                    entries.add(entry);
                }
            }
        }
        bench.turn(new Phase.WrittenAll(entries, problems));
        bench.layOpen();
        bench.files().lay();
        bench.files().tally();
        bench.refresh();
    }

    /// Puts the open file back to what it was before that change, to the byte.
    void undo(JournalEntry entry) {
        bench.deskProperty()
                .get()
                .openFile()
                .ifPresent(file -> write(file, () -> folder.undo(entry.id())));
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
                    bench.turn(
                            isShownAsConflict(file, problems)
                                    ? new Phase.Idle()
                                    : new Phase.Refused(problems));
            case Result.Ok<JournalEntry>(var entry, _) -> {
                var now = entry.undone() ? entry.edit().before() : entry.edit().after();
                bench.drafts().written(file, now);
                bench.turn(new Phase.Written(entry));
            }
        }
        var desk = bench.deskProperty().get();
        bench.laid(desk.openFile().equals(Optional.of(file)) ? bench.drafts().desk(file) : desk);
        bench.refresh();
    }

    /// A file that the folder does not list comes into no conflict, although something may be
    /// there: under a name that differs in its letters' case, where the system sees no difference.
    private boolean isShownAsConflict(Path file, List<Problem> problems) {
        return bench.folderProperty().get().has(file)
                && problems.stream().anyMatch(one -> one.code().equals(CHANGED_MEANWHILE));
    }
}
