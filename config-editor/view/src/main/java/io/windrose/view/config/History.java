package io.windrose.view.config;

import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What was written to one file from here.
final class History {
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

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize();
        }
    }
}
