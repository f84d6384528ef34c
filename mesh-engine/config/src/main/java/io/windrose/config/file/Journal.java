package io.windrose.config.file;

import io.windrose.config.tree.FileProblems;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What was edited from here in one source, kept in the user's state folder.
///
/// Every entry is a directory named by its number:
///
/// ```
/// entry    the edit, written before the file is touched
/// done     made after the file was replaced
/// undone   made after the file was put back
/// ```
///
/// A crash leaves an entry without `done`; the file itself then tells whether the edit happened.
/// Nothing is kept in memory, so that several processes may share a journal.
public final class Journal {
    private static final int KEY_BYTES = 12;
    private static final String ENTRY = "entry";
    private static final String DONE = "done";
    private static final String UNDONE = "undone";

    private final Path folder;

    private Journal(Path folder) {
        this.folder = folder;
    }

    /// @param state the user's state folder, see [StateFolder]
    /// @param source the directory or file that is edited; its real path is the journal's key
    public static Journal of(Path state, Path source) {
        return new Journal(state.resolve("journal").resolve(key(source)));
    }

    /// Every edit that happened, oldest first.
    ///
    /// @return a warning for each entry that cannot be read
    public Result<List<JournalEntry>> entries() {
        var entries = new ArrayList<JournalEntry>();
        var problems = new ArrayList<Problem>();
        try {
            for (int id : ids()) {
                if (Files.exists(file(id, ENTRY))) {
                    read(id).ifPresentOrElse(
                                    entry -> {
                                        if (happened(entry)) {
                                            entries.add(entry);
                                        }
                                    },
                                    () -> problems.add(damaged(id)));
                }
            }
        } catch (IOException error) {
            return Result.err(FileProblems.unreadable(folder, error));
        }
        return Result.of(entries, problems);
    }

    /// Keeps an edit that is about to be made.
    ///
    /// @return its number
    int begin(JournalEntry entry) throws IOException {
        SafeWrite.createPrivateDirectories(folder);
        int id = reserve();
        SafeWrite.replace(file(id, ENTRY), entry.text().getBytes(StandardCharsets.UTF_8));
        return id;
    }

    void done(int id) throws IOException {
        mark(id, DONE);
    }

    void undone(int id) throws IOException {
        mark(id, UNDONE);
    }

    /// Forgets an edit that could not be made after all.
    void abandon(int id) throws IOException {
        Files.deleteIfExists(file(id, ENTRY));
        Files.deleteIfExists(folder.resolve(Integer.toString(id)));
    }

    private int reserve() throws IOException {
        var ids = ids();
        for (int id = ids.isEmpty() ? 1 : ids.getLast() + 1; ; id++) {
            var directory = folder.resolve(Integer.toString(id));
            try {
                Files.createDirectory(directory, SafeWrite.privateDirectory(directory));
                return id;
            } catch (FileAlreadyExistsException _) {
                // another process took the number in this moment
            }
        }
    }

    private void mark(int id, String name) throws IOException {
        try {
            Files.createFile(file(id, name), SafeWrite.privateFile(folder));
        } catch (FileAlreadyExistsException _) {
            // marked before a crash, or by another process
        }
    }

    private Optional<JournalEntry> read(int id) throws IOException {
        return JournalEntry.parse(
                id,
                Files.exists(file(id, UNDONE)),
                Files.readString(file(id, ENTRY), StandardCharsets.UTF_8));
    }

    private boolean happened(JournalEntry entry) {
        if (Files.exists(file(entry.id(), DONE)) || entry.undone()) {
            return true;
        }
        try {
            return Files.readString(entry.edit().file()).equals(entry.edit().after());
        } catch (IOException _) {
            return false;
        }
    }

    private List<Integer> ids() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        }
    }

    private Path file(int id, String name) {
        return folder.resolve(Integer.toString(id)).resolve(name);
    }

    private Problem damaged(int id) {
        return Problem.warning(
                "MESH0404",
                Place.inFile(file(id, ENTRY).toString()),
                "This entry of the journal cannot be read and is passed over.");
    }

    private static String key(Path source) {
        Path real;
        try {
            real = source.toRealPath();
        } catch (IOException _) {
            real = source.toAbsolutePath().normalize();
        }
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(real.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
