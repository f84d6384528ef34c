package io.windrose.controlplane.push;

import io.windrose.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Waits for a pause in a burst of changes, but not for ever.
///
/// Confined to the owner of `timer`.
public final class Debounce {
    /// Istio's `PILOT_DEBOUNCE_AFTER` and `PILOT_DEBOUNCE_MAX`.
    public static final Duration QUIET = Duration.ofMillis(100);

    public static final Duration LONGEST = Duration.ofSeconds(10);

    private final Timer timer;
    private final InstantSource clock;
    private final Duration quiet;
    private final Duration longest;
    private final Runnable then;
    private Timer.Cancellation planned = Timer.Cancellation.NOTHING;
    private boolean waiting;
    private Instant deadline = Instant.MIN;

    /// @param then runs once per burst, `quiet` after its last change or `longest` after its first
    public Debounce(
            Timer timer, InstantSource clock, Duration quiet, Duration longest, Runnable then) {
        this.timer = timer;
        this.clock = clock;
        this.quiet = quiet;
        this.longest = longest;
        this.then = then;
    }

    public void onChange() {
        var now = clock.instant();
        if (!waiting) {
            waiting = true;
            deadline = now.plus(longest);
        }
        planned.cancel();
        var left = Duration.between(now, deadline);
        planned = timer.after(left.compareTo(quiet) < 0 ? left : quiet, this::fire);
    }

    private void fire() {
        waiting = false;
        then.run();
    }
}
