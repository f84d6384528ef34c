package io.windrose.workspace.preferences;

import io.windrose.config.file.SafeWrite;
import io.windrose.config.tree.FileProblems;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// The file in which preferences lie. Its calls block on the disk.
public final class PreferencesFile {
    private static final String NAME = "preferences.json";
    private static final String BROKEN = NAME + ".broken";

    /// Far more than eight recent connections need.
    private static final int MAX_BYTES = 1 << 20;

    private final Path file;

    /// @param folder the user's state folder; it is made when there is something to write
    public PreferencesFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /// What was last written; the defaults before the first run. A file that cannot be understood
    /// is kept aside, as a warning says, and the defaults hold.
    public Result.Ok<Preferences> read() {
        try {
            if (Files.size(file) <= MAX_BYTES) {
                var read =
                        PreferencesText.read(
                                new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                if (read.isPresent()) {
                    return new Result.Ok<>(read.get(), List.of());
                }
            }
            Files.move(file, file.resolveSibling(BROKEN), StandardCopyOption.REPLACE_EXISTING);
            return defaults(
                    Problem.warning(
                            "MESH1710",
                            Place.inFile(file.toString()),
                            "Your settings cannot be understood and begin anew; the file is kept as "
                                    + BROKEN
                                    + "."));
        } catch (NoSuchFileException first) {
            return new Result.Ok<>(Preferences.DEFAULT, List.of());
        } catch (IOException unreadable) {
            var problem = FileProblems.unreadable(file, unreadable);
            return defaults(Problem.warning(problem.code(), problem.place(), problem.message()));
        }
    }

    /// @return why it could not be written; the old file then stays as it was
    public Optional<Problem> write(Preferences preferences) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                SafeWrite.createPrivateDirectories(folder);
            }
            SafeWrite.replace(
                    file, PreferencesText.of(preferences).getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(FileProblems.unwritable(file, failure));
        }
    }

    private static Result.Ok<Preferences> defaults(Problem warning) {
        return new Result.Ok<>(Preferences.DEFAULT, List.of(warning));
    }
}
