package io.windrose.conformance.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// An access log file whose lines begin with the name of their case.
record AccessLog(Path file) {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /// What follows the name, by name, once there are `count` lines.
    Map<String, String> lines(int count) {
        long end = System.nanoTime() + LIMIT.toNanos();
        var lines = read();
        while (lines.size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError(file + " has " + lines.size() + " of " + count + " lines");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            lines = read();
        }
        return lines;
    }

    private Map<String, String> read() {
        var lines = new HashMap<String, String>();
        try {
            if (Files.exists(file)) {
                for (var line : Files.readString(file).split("\n", -1)) {
                    int space = line.indexOf(' ');
                    if (space > 0) {
                        lines.put(line.substring(0, space), line.substring(space + 1));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }
}
