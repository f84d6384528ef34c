package io.windrose.shell.frame;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.workspace.session.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How old the picture is and what that means.
///
/// @param words for the chip: `live, 2 s ago`
/// @param age of the last good picture; empty before the first
/// @param cause why nothing newer came; empty when nothing is known to be wrong
public record Freshness(State state, String words, Optional<Duration> age, String cause) {
    /// Refreshes that may be missed before the picture counts as stale.
    static final int MISSES = 3;

    public enum State {
        /// Nothing has arrived yet.
        READING,
        LIVE,
        /// The person asked for no refreshes.
        PAUSED,
        /// What is shown was true some time ago, and nobody knows whether it still is.
        STALE,
        /// Nothing is measured here: files only.
        FILES
    }

    public static Freshness of(Connection connection, Reading<?> graph, Pace pace, Instant now) {
        var cause = graph.problems().stream().map(Problem::message).findFirst().orElse("");
        if (connection instanceof Connection.Folder) {
            return new Freshness(State.FILES, "files only", Optional.empty(), "");
        }
        if (graph.value().isEmpty()) {
            return graph.isStale()
                    ? new Freshness(State.STALE, "no answer", Optional.empty(), cause)
                    : new Freshness(State.READING, "reading", Optional.empty(), "");
        }
        var age = graph.age(now).isNegative() ? Duration.ZERO : graph.age(now);
        if (pace.paused()) {
            return new Freshness(
                    State.PAUSED, "paused, " + words(age) + " old", Optional.of(age), "");
        }
        boolean missed = age.compareTo(pace.every().multipliedBy(MISSES)) > 0;
        return missed
                ? new Freshness(State.STALE, "no answer, " + words(age), Optional.of(age), cause)
                : new Freshness(State.LIVE, "live, " + words(age) + " ago", Optional.of(age), "");
    }

    /// `2 s`, `3 min`, `2 h`; rounded down.
    public static String words(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return age.toSeconds() + " s";
        }
        return age.compareTo(Duration.ofHours(2)) < 0
                ? age.toMinutes() + " min"
                : age.toHours() + " h";
    }
}
