package io.windrose.kernel;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Runs tasks later, each once, as the tasks of one [Owner].
///
/// Tests give a fake whose time they move themselves.
@FunctionalInterface
public interface Timer {

    /// @return cancels the task unless it has begun; cancelling again does nothing
    Cancellation after(Duration delay, Runnable task);

    /// The right to call off one task.
    @FunctionalInterface
    interface Cancellation {
        /// For a field that holds the cancellation of a task which may not be planned.
        Cancellation NOTHING = () -> {};

        void cancel();
    }

    /// Waits on `scheduler` and then hands each task to `owner`; once the scheduler is shut down,
    /// tasks are dropped silently, since their owner is gone too.
    static Timer of(Owner owner, ScheduledExecutorService scheduler) {
        return (delay, task) -> {
            try {
                Future<?> planned =
                        scheduler.schedule(
                                () -> owner.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> planned.cancel(false);
            } catch (RejectedExecutionException _) {
                return Cancellation.NOTHING;
            }
        };
    }
}
