package io.windrose.config.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrose.kernel.Result;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// The process that [FileTargetTest] kills: edits a file and undoes it, for ever.
final class Editing {
    private Editing() {}

    /// @param args the file, and the state folder
    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]);
        var folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no folder: " + file);
        }
        var target = new FileTarget(Journal.of(Path.of(args[1]), folder), InstantSource.system());
        var before = Files.readString(file);
        var edit = new FileEdit(file, before, before.replace("50", "75"), "r", "s");
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            while (target.apply(edit) instanceof Result.Ok<JournalEntry>(var entry, _)) {
                out.write((entry.id() + "\n").getBytes(US_ASCII));
                if (target.undo(entry.id()) instanceof Result.Err<JournalEntry>) {
                    return;
                }
            }
        }
    }
}
