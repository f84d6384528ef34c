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
/// An empty text stands for a file that is not there: such an edit makes its file, or deletes it.
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
            var file = real(edit);
            if (!holds(file, edit.bytesBefore())) {
                return Result.err(FileProblems.changedMeanwhile(edit.file()));
            }
            var real =
                    new FileEdit(
                            file, edit.before(), edit.after(), edit.resource(), edit.summary());
            var entry = new JournalEntry(0, clock.instant(), real, false);
            int id = journal.begin(entry);
            try {
                write(file, edit.bytesAfter());
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
            boolean deleted = entry.edit().after().isEmpty() && !Files.exists(file);
            if (deleted || !holds(file, entry.edit().bytesBefore())) {
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
                write(file, entry.edit().bytesBefore());
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

    /// @throws IOException when a file that should be there is not
    private static Path real(FileEdit edit) throws IOException {
        var file = edit.file().toAbsolutePath();
        var folder = file.getParent();
        if (!edit.before().isEmpty() || folder == null || Files.exists(file)) {
            return file.toRealPath();
        }
        return Files.createDirectories(folder).toRealPath().resolve(file.getFileName());
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (content.length == 0) {
            Files.deleteIfExists(file);
            return;
        }
        if (!Files.exists(file)) {
            Files.createFile(file); // readable for whom the user's other files are
        }
        SafeWrite.replace(file, content);
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        if (content.length == 0 && !Files.exists(file)) {
            return true;
        }
        return Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    private static Problem nothing(String message) {
        return Problem.error("MESH0406", Place.NOWHERE, message);
    }
}
