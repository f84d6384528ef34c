package io.windrose.shell.frame;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.story.TimeSpan;
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
        /// As live, but some of what should have been measured is missing.
        PARTIAL,
        /// The person asked for no refreshes.
        PAUSED,
        /// What is shown was true some time ago, and nobody knows whether it still is.
        STALE,
        /// Nothing is measured here: files only.
        FILES
    }

    /// The same while a part of the metrics cannot be read; changes nothing unless live.
    ///
    /// @param missing why, as a sentence without its end
    public Freshness lacking(String missing) {
        return state == State.LIVE
                ? new Freshness(State.PARTIAL, words.replace("live", "incomplete"), age, missing)
                : this;
    }

    /// Whether what is shown is true now, as far as it goes.
    public boolean isCurrent() {
        return state == State.LIVE || state == State.PARTIAL;
    }

    /// @param since from when on refreshes came at this pace: what did not come before is not
    ///   missed
    public static Freshness of(
            Connection connection, Reading<?> graph, Pace pace, Instant since, Instant now) {
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
                    State.PAUSED, "paused, " + TimeSpan.words(age) + " old", Optional.of(age), "");
        }
        var patience = pace.every().multipliedBy(MISSES);
        boolean missed =
                age.compareTo(patience) > 0 && Duration.between(since, now).compareTo(patience) > 0;
        return missed
                ? new Freshness(
                        State.STALE, "no answer, " + TimeSpan.words(age), Optional.of(age), cause)
                : new Freshness(
                        State.LIVE, "live, " + TimeSpan.words(age) + " ago", Optional.of(age), "");
    }
}
