package io.windrose.session;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.FileEdit;
import io.windrose.config.file.FileSource;
import io.windrose.config.file.FileTarget;
import io.windrose.config.file.Journal;
import io.windrose.config.file.JournalEntry;
import io.windrose.config.tree.FileProblems;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.session.edit.EditedFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;

/// A folder of configuration that is edited from here: plan, apply, look back, undo.
///
/// Blocks on the disk; for any thread but an event loop.
public final class EditedFolder {
    private final Path folder;
    private final Journal journal;
    private final FileTarget target;

    /// @param state the user's state folder, where the journal lies
    public EditedFolder(Path folder, Path state, InstantSource clock) {
        this.folder = folder;
        journal = Journal.of(state, folder);
        target = new FileTarget(journal, clock);
    }

    /// Where new files belong.
    public Path folder() {
        return folder;
    }

    /// Every file that is edited here, in the order of their paths, with what stands in it; those
    /// that cannot be read are among them.
    ///
    /// @return a problem when the folder itself cannot be read
    public Result<List<EditedFile>> files() {
        return FileSource.filesBelow(folder)
                .map(files -> files.stream().map(EditedFile::read).toList());
    }

    /// Nothing is written. Warnings are what there is to be said about the edited object.
    public Result<Plan> plan(Intent intent) {
        return FileSource.readOnce(folder).then(config -> plan(intent, config));
    }

    private static Result<Plan> plan(Intent intent, ConfigSnapshot config) {
        return Planner.plan(intent, config, file -> YamlFile.read(Path.of(file)));
    }

    /// @return the change as the history has it; a problem, and nothing written, when the file is
    ///   no longer what the plan was made from
    public Result<JournalEntry> apply(Plan plan) {
        return target.apply(plan.edit());
    }

    /// An edit that begins with an empty text makes its file, and one that ends with an empty text
    /// deletes it.
    ///
    /// @return as for a plan
    public Result<JournalEntry> apply(FileEdit edit) {
        return target.apply(edit);
    }

    /// As [#apply], for a file that is gone: what the edit was made from is put back first, so that
    /// undo leads there. A file that is there after all is treated as any other.
    public Result<JournalEntry> applyAnew(FileEdit edit) {
        try {
            Files.createDirectories(edit.file().toAbsolutePath().getParent());
            Files.writeString(edit.file(), edit.before(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            return apply(edit);
        } catch (IOException error) {
            return Result.err(FileProblems.unwritable(edit.file(), error));
        }
        return apply(edit);
    }

    /// Oldest first.
    public Result<List<JournalEntry>> history() {
        return journal.entries();
    }

    public Result<JournalEntry> undoNewest() {
        return target.undoNewest();
    }

    public Result<JournalEntry> undo(int id) {
        return target.undo(id);
    }
}
