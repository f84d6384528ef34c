package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The way of the open draft into its file: tried, asked about, written, taken back.
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

    /// The history names an object where one alone changed.
    private FileEdit edit(Draft draft) {
        var subjects = bench.files().subjects(draft);
        return draft.edit(subjects.size() == 1 ? subjects.getFirst() : "");
    }

    /// Writes what was asked about. What is typed while that runs stays in the draft.
    void apply() {
        if (bench.phaseProperty().get() instanceof Phase.Asking(var edit, _, _)) {
            bench.turn(new Phase.Applying(edit));
            boolean anew = bench.files().goneProperty().get().contains(edit.file());
            write(edit.file(), () -> anew ? folder.applyAnew(edit) : folder.apply(edit));
        }
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
