package io.windrose.workspace.story;

import java.time.Duration;

/// Spans of time as sentences name them.
public final class TimeSpan {
    private TimeSpan() {}

    /// `40 s`, `5 min`, `2 h`; rounded down, so that nothing is said to have lasted longer than it
    /// did.
    public static String words(Duration span) {
        if (span.toMinutes() == 0) {
            return span.toSeconds() + " s";
        }
        return span.toHours() == 0 ? span.toMinutes() + " min" : span.toHours() + " h";
    }
}
