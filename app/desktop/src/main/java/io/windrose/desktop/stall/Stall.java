package io.windrose.desktop.stall;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A time in which the thread answered nobody.
///
/// @param duration from the question to the answer
/// @param doing the frames in which it was found when the limit had passed, innermost first; empty
///   if it had not answered anything yet
public record Stall(Duration duration, List<StackTraceElement> doing) {
    private static final int FRAMES = 25;

    static Stall of(long nanos, StackTraceElement[] doing) {
        return new Stall(Duration.ofNanos(nanos), List.copyOf(Arrays.asList(doing)));
    }

    /// `142 ms in`, and one line for each frame.
    @Override
    public String toString() {
        return doing.stream()
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining("", duration.toMillis() + " ms in", ""));
    }
}
