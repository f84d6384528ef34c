package io.windrose.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A program that a test started, with its output in a file; closing it stops it for certain.
public final class PeerProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private final Process process;
    private final Path log;

    private PeerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// @param folder the program's working directory, which also gets its `NAME.log`
    public static PeerProcess start(Path folder, String name, List<String> command)
            throws IOException {
        var log = folder.resolve(name + ".log");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new PeerProcess(process, log);
    }

    /// A loopback port that is free now, and that no system gives to a connection unasked: those
    /// come from 32768 (Linux) or 49152 (RFC 6335, section 6) upwards, so that a program which
    /// listens here a while later is not late.
    public static int freePort() {
        return ThreadLocalRandom.current()
                .ints(10_000, 32_768)
                .filter(PeerProcess::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Waits for a state of the program, not for a time.
    ///
    /// @throws AssertionError with the end of the program's log when it ends, or does not get there
    public void await(String what, Duration limit, BooleanSupplier state) {
        long end = System.nanoTime() + limit.toNanos();
        while (!state.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new AssertionError("ended before " + what + "; " + tail());
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + what + " within " + limit + "; " + tail());
            }
            pause();
        }
    }

    public long pid() {
        return process.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String tail() {
        var lines = log().lines().toList();
        return "its log ends with:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
