package io.windrose.testkit;

import io.windrose.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A clock and a timer that stand still until the test moves them.
///
/// Tasks run on the test's thread inside [#advance], in the order of their times, and those of one
/// time in the order in which they were planned; each sees the clock at its own time.
public final class FakeClock implements InstantSource, Timer {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
    private Instant now;
    private long planned;

    private record Task(Instant at, long number, Runnable work) {}

    public FakeClock(Instant start) {
        now = start;
    }

    /// Starts at an ordinary moment, 2026-11-21T12:00:00Z.
    public FakeClock() {
        this(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Cancellation after(Duration delay, Runnable work) {
        var task = new Task(now.plus(delay), planned++, work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    /// Moves the time and runs what falls due on the way, also what those tasks plan themselves.
    public void advance(Duration by) {
        var end = now.plus(by);
        for (var next = tasks.peek(); next != null && !next.at().isAfter(end); ) {
            tasks.remove(next);
            now = next.at();
            next.work().run();
            next = tasks.peek();
        }
        now = end;
    }

    public int pendingTasks() {
        return tasks.size();
    }
}
