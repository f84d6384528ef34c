package io.windrose.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// Keeps something running until its time is over or the process is told to end, and then closes it
/// before the process is gone.
final class UntilStopped {
    private static final int CLOSING_SECONDS = 5;
    private final AutoCloseable running;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    UntilStopped(AutoCloseable running) {
        this.running = running;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::onShutdown));
    }

    /// Ends the wait from any thread.
    void tell() {
        told.countDown();
    }

    /// Whether it was told to end within that time.
    boolean isToldWithin(Duration time) throws InterruptedException {
        return told.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// @param limit empty for as long as nobody says otherwise
    /// @return the exit code
    int await(Optional<Duration> limit) throws InterruptedException {
        boolean interrupted;
        if (limit.isPresent()) {
            interrupted = isToldWithin(limit.get());
        } else {
            told.await();
            interrupted = true;
        }
        close();
        return interrupted ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    void close() {
        try {
            running.close();
        } catch (Exception failure) {
            LoggerFactory.getLogger(UntilStopped.class).warn("did not stop as it should", failure);
        } finally {
            closed.countDown();
        }
    }

    /// The process ends when its shutdown hooks have: this one waits for the closing.
    private void onShutdown() {
        told.countDown();
        try {
            var _ = closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
