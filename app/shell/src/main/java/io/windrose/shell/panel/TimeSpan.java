package io.windrose.shell.panel;

import java.time.Duration;

/// Spans of time as sentences name them.
public final class TimeSpan {

    private TimeSpan() {}

    /// `12 s`, `5 min`, `1 h`; what is no whole number of the larger unit is said in the smaller.
    public static String words(Duration span) {
        long seconds = span.toSeconds();
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
