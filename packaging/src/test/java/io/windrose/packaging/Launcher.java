package io.windrose.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the distribution's own launcher and says how it ended.
///
/// @param program the launcher, or a link to it
/// @param folder the working directory
record Launcher(Path program, Path folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// @param status the exit code
    record Outcome(int status, String out, String err) {}

    static Launcher in(Path folder) {
        return new Launcher(Path.of(System.getProperty("windrose.launcher")), folder);
    }

    /// Starts a command that runs until it is told to end.
    RunningProgram start(String... arguments) throws IOException {
        return RunningProgram.start(this, command(arguments));
    }

    /// The same, but SIGINT ends it even where the tests themselves run in the background, which
    /// makes a shell ignore that signal for all their children.
    RunningProgram startWithSignals(String... arguments) throws IOException {
        var command = command(arguments);
        command.addAll(0, List.of("env", "--default-signal=INT"));
        return RunningProgram.start(this, command);
    }

    /// A process of its own in the folder, which also gets what it keeps for its user.
    ProcessBuilder process(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        var temporary = Files.createDirectories(temporaryFolder());
        builder.environment().put("WINDROSE_JVM_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return builder;
    }

    /// What started programs take for the system's temporary folder.
    Path temporaryFolder() {
        return folder.resolve("tmp");
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return runWithInput("", arguments);
    }

    Outcome runWithInput(String input, String... arguments)
            throws IOException, InterruptedException {
        return runCommand(input, command(arguments));
    }

    /// Any command, such as one that starts the launcher in its turn.
    Outcome runCommand(List<String> command) throws IOException, InterruptedException {
        return runCommand("", command);
    }

    private Outcome runCommand(String input, List<String> command)
            throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var process =
                process(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    String.join(" ", command) + " still runs: " + Files.readString(err));
        }
        var outcome =
                new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return outcome;
    }

    List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
