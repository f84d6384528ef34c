package io.windrose.desktop.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// How long this process has run, what its launcher did included.
///
/// On Linux it is counted by the clock that counts since the boot: the instant that Java tells
/// there is rounded by up to a second, because the system says when it booted in whole seconds.
///
/// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
final class ProcessAge {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");

    /// `starttime`, counted from what follows the name in brackets.
    private static final int START_FIELD = 19;

    /// Of a tick of Linux on all processors that Java runs on.
    private static final long TICK_MILLIS = 10;

    private ProcessAge() {}

    /// Empty where the system does not tell.
    static Optional<Duration> now(InstantSource clock) {
        try {
            var millis = millis(Files.readString(STAT), Files.readString(UPTIME));
            if (millis.isPresent()) {
                return Optional.of(Duration.ofMillis(millis.getAsLong()));
            }
        } catch (IOException notLinux) {
            // The instant that Java knows is all there is.
        }
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, clock.instant()));
    }

    /// @param stat one line of the process
    /// @param uptime seconds since the boot, and more words
    /// @return empty when the two do not belong to one clock, as in some containers
    static OptionalLong millis(String stat, String uptime) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long started = Long.parseLong(fields[START_FIELD]) * TICK_MILLIS;
        var sinceBoot = uptime.substring(0, uptime.indexOf(' '));
        long millis = Math.round(Double.parseDouble(sinceBoot) * 1_000) - started;
        return millis < 0 ? OptionalLong.empty() : OptionalLong.of(millis);
    }
}
