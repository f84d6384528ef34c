package io.windrose.shell.topology;

import io.windrose.kernel.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What is said over the graph while a part of the metrics cannot be read.
///
/// @param state and since when, such as `Figures are incomplete since 14:05`
/// @param cause which page, what it answered, and what is right all the same
public record Incomplete(String state, String cause) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// @param problems never empty
    static Incomplete of(List<Problem> problems, Instant since, ZoneId zone) {
        int others = problems.size() - 1;
        var more = others == 0 ? "" : " (and " + others + " more)";
        return new Incomplete(
                "Figures are incomplete since " + CLOCK.format(since.atZone(zone)),
                problems.getFirst().message()
                        + more
                        + ". All that is shown was measured; more may flow.");
    }
}
