package io.windrose.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A command of the distribution that goes on until it is told to end, with its output in files.
/// Closing it kills whatever of it is still there.
record RunningProgram(Process process, Path out, Path err) implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    static RunningProgram start(Launcher launcher, List<String> command) throws IOException {
        var out = Files.createTempFile(launcher.folder(), "out", ".txt");
        var err = Files.createTempFile(launcher.folder(), "err", ".txt");
        var process =
                launcher.process(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        return new RunningProgram(process, out, err);
    }

    /// The first line that it prints; waits for it.
    JsonNode ready() throws IOException {
        await("ready", START, () -> text(out).contains("\n"));
        return JSON.readTree(text(out).lines().findFirst().orElseThrow());
    }

    /// Waits for a state of the program, not for a time.
    ///
    /// @throws AssertionError when it ends, or does not get there; with what it has said
    void await(String what, Duration limit, BooleanSupplier state) {
        if (!within(limit, () -> state.getAsBoolean() || !process.isAlive())
                || !state.getAsBoolean()) {
            throw new AssertionError(
                    "not %s within %s: %s%n%s".formatted(what, limit, process, text(err)));
        }
    }

    /// Looks again and again, until the state is there or the time is over.
    static boolean within(Duration limit, BooleanSupplier state) {
        long end = System.nanoTime() + limit.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /// Sends a signal to the process itself, as a terminal or a service manager does.
    void signal(String name) throws IOException, InterruptedException {
        signal(process.pid(), name);
    }

    static void signal(long pid, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    /// How long it took to end, from now.
    Duration awaitEnd(Duration limit) throws InterruptedException {
        long asked = System.nanoTime();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(process + " still runs after " + limit + "\n" + text(err));
        }
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /// The process and all that it has started.
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    String said() {
        return text(err);
    }

    @Override
    public void close() {
        family().forEach(ProcessHandle::destroyForcibly);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
}
