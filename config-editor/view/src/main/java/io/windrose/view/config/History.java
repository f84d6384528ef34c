package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// What was written to one file from here.
final class History {
    private static final int MOST_DELETED = 5;

    private History() {}

    /// Newest first. Blocks on the disk.
    static List<JournalEntry> of(EditedFolder folder, Path file) {
        var real = real(file);
        return folder.history() instanceof Result.Ok<List<JournalEntry>>(var entries, _)
                ? entries.reversed().stream()
                        .filter(entry -> entry.edit().file().equals(real))
                        .toList()
                : List.of();
    }

    /// Files that are not there because they were deleted from here, the newest first. Blocks on
    /// the disk.
    static List<Path> deleted(EditedFolder folder) {
        if (!(folder.history() instanceof Result.Ok<List<JournalEntry>>(var entries, _))) {
            return List.of();
        }
        var newest = new LinkedHashMap<Path, FileEdit>();
        entries.reversed().stream()
                .filter(entry -> !entry.undone())
                .forEach(entry -> newest.putIfAbsent(entry.edit().file(), entry.edit()));
        return newest.values().stream()
                .filter(edit -> edit.after().isEmpty() && !Files.exists(edit.file()))
                .map(FileEdit::file)
                .limit(MOST_DELETED)
                .toList();
    }

    /// As the journal names it, also when it is not there.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return byFolder(file.toAbsolutePath().normalize());
        }
    }

    private static Path byFolder(Path file) {
        var folder = file.getParent();
        try {
            return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException _) {
            return file;
        }
    }
}
