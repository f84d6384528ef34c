package io.windrose.kernel;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Delays between attempts that double up to a limit, each drawn at random between half and whole
/// so that many clients of one server do not come back at the same moment.
///
/// Confined to the thread of whoever retries.
public final class Backoff {
    private final Duration first;
    private final Duration limit;
    private final RandomGenerator random;
    private Duration next;

    public Backoff(Duration first, Duration limit, RandomGenerator random) {
        this.first = first;
        this.limit = limit;
        this.random = random;
        next = first;
    }

    public Duration nextDelay() {
        long millis = next.toMillis();
        next = next.multipliedBy(2).compareTo(limit) > 0 ? limit : next.multipliedBy(2);
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    /// To be called after a success: the next delay is the first one again.
    public void reset() {
        next = first;
    }
}
