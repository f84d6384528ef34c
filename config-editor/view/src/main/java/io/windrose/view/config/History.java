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
import java.util.Optional;

/// What was written to a folder from here.
///
/// @param ofFile what was written to one file, newest first
/// @param deleted files that are not there because they were deleted from here, the newest first
record History(List<JournalEntry> ofFile, List<Path> deleted) {
    private static final int MOST_DELETED = 5;

    static final History NONE = new History(List.of(), List.of());

    History {
        ofFile = List.copyOf(ofFile);
        deleted = List.copyOf(deleted);
    }

    /// Blocks on the disk.
    ///
    /// @param file empty when none is asked about
    static History read(EditedFolder folder, Optional<Path> file) {
        if (!(folder.history() instanceof Result.Ok<List<JournalEntry>>(var entries, _))) {
            return NONE;
        }
        var newestFirst = entries.reversed();
        return new History(
                file.map(one -> ofFile(newestFirst, real(one))).orElse(List.of()),
                deleted(newestFirst).stream()
                        .map(one -> inside(folder.folder(), one))
                        .limit(MOST_DELETED)
                        .toList());
    }

    private static List<JournalEntry> ofFile(List<JournalEntry> newestFirst, Path real) {
        return newestFirst.stream().filter(entry -> entry.edit().file().equals(real)).toList();
    }

    private static List<Path> deleted(List<JournalEntry> newestFirst) {
        var newest = new LinkedHashMap<Path, FileEdit>();
        newestFirst.stream()
                .filter(entry -> !entry.undone())
                .forEach(entry -> newest.putIfAbsent(entry.edit().file(), entry.edit()));
        return newest.values().stream()
                .filter(edit -> edit.after().isEmpty() && !Files.exists(edit.file()))
                .map(FileEdit::file)
                .toList();
    }

    /// As the folder names its files: the journal has real paths, while the way to the folder may
    /// lead over links.
    private static Path inside(Path folder, Path real) {
        try {
            var root = folder.toRealPath();
            return real.startsWith(root) ? folder.resolve(root.relativize(real)) : real;
        } catch (IOException _) {
            return real;
        }
    }

    /// As the journal names it, also when it is not there.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return byFolder(file.toAbsolutePath());
        }
    }

    private static Path byFolder(Path file) {
        var folder = file.getParent();
        try {
            return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException _) {
            return file.normalize();
        }
    }
}
