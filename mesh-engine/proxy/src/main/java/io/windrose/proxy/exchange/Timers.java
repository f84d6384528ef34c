package io.windrose.proxy.exchange;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The clocks that run for one request; zero durations never start one.
final class Timers {
    private final EventLoop loop;
    private @Nullable ScheduledFuture<?> total;
    private @Nullable ScheduledFuture<?> attempt;
    private @Nullable ScheduledFuture<?> stream;
    private @Nullable ScheduledFuture<?> idle;
    private long lastProgress;

    Timers(EventLoop loop) {
        this.loop = loop;
    }

    void total(Duration after, Runnable then) {
        if (total == null) {
            total = start(after, then);
        }
    }

    void attempt(Duration after, Runnable then) {
        attempt = stop(attempt);
        attempt = start(after, then);
    }

    void attemptEnded() {
        attempt = stop(attempt);
    }

    void stream(Duration after, Runnable then) {
        if (stream == null) {
            stream = start(after, then);
        }
    }

    /// Looks again when the time since the last progress could be up, instead of moving a timer
    /// with every byte.
    void idle(Duration limit, Runnable then) {
        lastProgress = System.nanoTime();
        if (idle == null && !limit.isZero()) {
            watchIdle(limit, limit.toNanos(), then);
        }
    }

    private void watchIdle(Duration limit, long nanos, Runnable then) {
        idle =
                loop.schedule(
                        () -> {
                            long left = limit.toNanos() - (System.nanoTime() - lastProgress);
                            if (left <= 0) {
                                then.run();
                            } else {
                                watchIdle(limit, left, then);
                            }
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    void progress() {
        if (idle != null) {
            lastProgress = System.nanoTime();
        }
    }

    void stop() {
        total = stop(total);
        attempt = stop(attempt);
        stream = stop(stream);
        idle = stop(idle);
    }

    private @Nullable ScheduledFuture<?> start(Duration after, Runnable then) {
        return after.isZero() ? null : loop.schedule(then, after.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static @Nullable ScheduledFuture<?> stop(@Nullable ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
        return null;
    }
}
