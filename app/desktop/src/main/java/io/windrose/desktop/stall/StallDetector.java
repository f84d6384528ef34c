package io.windrose.desktop.stall;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Asks a thread again and again to answer, and tells when it took too long.
///
/// Lives on a daemon thread of its own; while it waits for an answer it asks nothing else, so that
/// a long stall is told once, with its whole length.
public final class StallDetector implements AutoCloseable {
    /// What a person begins to notice between a key and what it does.
    public static final Duration LIMIT = Duration.ofMillis(100);

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Thread watched;
    private final Executor tasks;
    private final Duration limit;
    private final Consumer<Stall> found;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watchdog;

    private StallDetector(Thread watched, Executor tasks, Duration limit, Consumer<Stall> found) {
        this.watched = watched;
        this.tasks = tasks;
        this.limit = limit;
        this.found = found;
        watchdog = Thread.ofPlatform().daemon().name("stall-detector").unstarted(this::run);
    }

    /// @param tasks runs tasks on `watched`, as `Platform::runLater` does on JavaFX's
    /// @param found told of each stall when it is over, on the detector's thread
    public static StallDetector start(
            Thread watched, Executor tasks, Duration limit, Consumer<Stall> found) {
        var detector = new StallDetector(watched, tasks, limit, found);
        detector.watchdog.start();
        return detector;
    }

    @Override
    public void close() {
        closed.countDown();
        watchdog.interrupt();
    }

    private void run() {
        try {
            do {
                ask();
            } while (!closed.await(BETWEEN.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        var answered = new CountDownLatch(1);
        long asked = System.nanoTime();
        tasks.execute(answered::countDown);
        if (!answered.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            var doing = watched.getStackTrace();
            answered.await();
            found.accept(Stall.of(System.nanoTime() - asked, doing));
        }
    }
}
