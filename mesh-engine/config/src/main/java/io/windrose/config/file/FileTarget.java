package io.windrose.config.file;

import io.windrose.config.tree.FileProblems;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Carries out edits of files, and takes them back to the byte.
///
/// Never overwrites what somebody else wrote: the file must still hold what the edit was made from.
/// Blocks on the disk; for any thread but an event loop.
public final class FileTarget {
    private final Journal journal;
    private final InstantSource clock;

    public FileTarget(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    public Result<JournalEntry> apply(FileEdit edit) {
        try {
            var file = edit.file().toRealPath();
            if (!holds(file, edit.bytesBefore())) {
                return Result.err(FileProblems.changedMeanwhile(edit.file()));
            }
            var real =
                    new FileEdit(
                            file, edit.before(), edit.after(), edit.resource(), edit.summary());
            var entry = new JournalEntry(0, clock.instant(), real, false);
            int id = journal.begin(entry);
            try {
                SafeWrite.replace(file, edit.bytesAfter());
            } catch (IOException error) {
                journal.abandon(id);
                throw error;
            }
            journal.done(id);
            return Result.ok(new JournalEntry(id, entry.at(), real, false));
        } catch (IOException error) {
            return Result.err(FileProblems.unwritable(edit.file(), error));
        }
    }

    /// Takes back the newest edit that is not taken back yet.
    public Result<JournalEntry> undoNewest() {
        return journal.entries()
                .then(entries ->
                        entries.reversed().stream()
                                .filter(entry -> !entry.undone())
                                .findFirst()
                                .map(this::undo)
                                .orElseGet(() ->
                                        Result.err(nothing("There is nothing to undo here."))));
    }

    public Result<JournalEntry> undo(int id) {
        return journal.entries()
                .then(entries ->
                        find(entries, id)
                                .map(entry ->
                                        entry.undone()
                                                ? Result.<JournalEntry>err(
                                                        nothing(
                                                                "Change "
                                                                        + id
                                                                        + " has been undone already."))
                                                : undo(entry))
                                .orElseGet(() ->
                                        Result.err(
                                                nothing("There is no change " + id + " here."))));
    }

    private Result<JournalEntry> undo(JournalEntry entry) {
        var file = entry.edit().file();
        try {
            if (!holds(file, entry.edit().bytesBefore())) {
                if (!holds(file, entry.edit().bytesAfter())) {
                    return Result.err(
                            Problem.error(
                                    "MESH0405",
                                    Place.inFile(file.toString()),
                                    "The file has been edited since change %d; undoing it would lose"
                                                    .formatted(entry.id())
                                            + " that edit. Undo the newer change first, or edit"
                                            + " the file by hand."));
                }
                SafeWrite.replace(file, entry.edit().bytesBefore());
            }
            journal.undone(entry.id());
            return Result.ok(new JournalEntry(entry.id(), entry.at(), entry.edit(), true));
        } catch (IOException error) {
            return Result.err(FileProblems.unwritable(file, error));
        }
    }

    private static Optional<JournalEntry> find(List<JournalEntry> entries, int id) {
        return entries.stream().filter(entry -> entry.id() == id).findFirst();
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    private static Problem nothing(String message) {
        return Problem.error("MESH0406", Place.NOWHERE, message);
    }
}
