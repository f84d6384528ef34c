package io.windrose.desktop;

import io.windrose.cli.CommandFailure;
import io.windrose.cli.Console;
import io.windrose.cli.ExitCode;
import io.windrose.desktop.start.StartTimes;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.workspace.session.Connection;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How the window is to open.
///
/// @param sandbox straight on a mesh on this computer
/// @param timing whether the phases of the start are printed
/// @param folder the YAML to open; with `sandbox` what its mesh follows
/// @param leaveAt the phase at which the program ends by itself
record WindowRequest(
        boolean sandbox,
        boolean timing,
        boolean stallDetector,
        Optional<Path> folder,
        Optional<StartTimes.Phase> leaveAt) {
    static final String SANDBOX = "--sandbox";
    static final String TIMING = "--timing";
    static final String STALL_DETECTOR = "--stall-detector";

    /// For a phase that is never reached: a build must not wait for it.
    private static final int PATIENCE_SECONDS = 120;

    private static final Set<String> FLAGS = Set.of(SANDBOX, TIMING, STALL_DETECTOR);

    /// Reads what needs no knowledge of the commands: flags, each once, and a folder that no
    /// command can be named like. Loading the commands and reading them would take as long as
    /// opening the toolkit.
    ///
    /// @return empty for everything else, mistakes included
    static Optional<WindowRequest> ofPlain(List<String> words) {
        var others = words.stream().filter(word -> !FLAGS.contains(word)).toList();
        boolean plain =
                others.size() <= 1
                        && others.stream().allMatch(WindowRequest::isPath)
                        && new HashSet<>(words).size() == words.size();
        return plain
                ? Optional.of(
                        new WindowRequest(
                                words.contains(SANDBOX),
                                words.contains(TIMING),
                                words.contains(STALL_DETECTOR),
                                others.stream().findFirst().map(Path::of),
                                Optional.empty()))
                : Optional.empty();
    }

    private static boolean isPath(String word) {
        return !word.startsWith("-") && word.contains(File.separator) && isFolder(word);
    }

    /// False for words that cannot be a path on this system.
    static boolean isFolder(String word) {
        try {
            return Files.isDirectory(Path.of(word));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /// Blocks until the window is closed.
    ///
    /// @return the exit code
    int run(Console console) throws InterruptedException {
        var clock = InstantSource.system();
        var times =
                timing
                        ? StartTimes.telling(clock, line -> console.err().println(line))
                        : StartTimes.silent();
        times.reached(StartTimes.Phase.JAVA);
        var program = new Program(clock, times, stallDetector);
        leaveAt.ifPresent(phase -> leave(program, phase, times));
        return program.run(connection());
    }

    private static void leave(Program program, StartTimes.Phase phase, StartTimes times) {
        times.when(phase, program::leave);
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .execute(program::leave);
    }

    private Optional<Connection> connection() {
        var missing = folder.filter(path -> !Files.isDirectory(path));
        if (missing.isPresent()) {
            throw new CommandFailure(
                    ExitCode.BAD_DATA,
                    List.of(
                            Problem.error(
                                    "MESH1953",
                                    Place.inFile(missing.get().toString()),
                                    "is not a folder")));
        }
        return sandbox
                ? Optional.of(
                        new Connection.Sandbox(
                                folder, Connection.Sandbox.DEFAULT.requestsPerSecond()))
                : folder.map(Connection.Folder::new);
    }
}
