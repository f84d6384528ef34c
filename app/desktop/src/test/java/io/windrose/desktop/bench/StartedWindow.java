package io.windrose.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The distribution's window on a sandbox, in memory, until it is told to end.
final class StartedWindow implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("\\s*([0-9.]+) s {2}(.+)");
    private static final String LAST = "the first picture is shown";
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final SequencedMap<String, Double> seconds = new LinkedHashMap<>();

    private StartedWindow(Process process) {
        this.process = process;
    }

    /// Returns when the first picture is shown.
    static StartedWindow of(Path launcher) throws IOException {
        var builder =
                new ProcessBuilder(launcher.toString(), "--sandbox", "--timing")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var state = Files.createTempDirectory("windrose-bench");
        builder.environment()
                .merge(
                        "WINDROSE_JVM_OPTIONS",
                        "-Dglass.platform=Headless -Dprism.order=sw -Dwindrose.state=" + state,
                        (given, ours) -> given + " " + ours);
        var started = new StartedWindow(builder.start());
        started.follow();
        return started;
    }

    /// Phase to seconds since the process began, in the order in which they were reached.
    Map<String, Double> seconds() {
        return seconds;
    }

    long pid() {
        return process.pid();
    }

    /// SIGTERM, and how long it takes until nothing runs any more.
    ///
    /// @return seconds
    double stop() throws InterruptedException {
        long asked = System.nanoTime();
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return (System.nanoTime() - asked) / 1e9;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void follow() throws IOException {
        BufferedReader lines = process.errorReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var match = LINE.matcher(line);
            if (!match.matches()) {
                System.err.println(line);
                continue;
            }
            seconds.put(match.group(2), Double.parseDouble(match.group(1)));
            if (match.group(2).equals(LAST)) {
                return;
            }
        }
        throw new IOException("the window ended before its first picture: " + seconds);
    }
}
