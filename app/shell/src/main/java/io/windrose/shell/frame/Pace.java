package io.windrose.shell.frame;

import java.time.Duration;
import java.util.Optional;

/// How often the picture is refreshed.
///
/// @param every kept while paused, so that resuming goes on as before
public record Pace(Duration every, boolean paused) {
    public static final Pace DEFAULT = new Pace(Duration.ofSeconds(5), false);

    /// What a session wants to know: empty while paused.
    public Optional<Duration> effective() {
        return paused ? Optional.empty() : Optional.of(every);
    }
}
