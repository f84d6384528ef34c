package io.windrose.conformance.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// Clients that ask without a pause, each one request after the other, and keep what was not
/// answered with 200.
public final class Traffic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    /// One request.
    @FunctionalInterface
    public interface Call {
        /// @return the answer, status line first
        String ask() throws IOException;
    }

    private final LongAdder answered = new LongAdder();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ended;

    private Traffic() {}

    /// @param call from any of the clients' threads
    public static Traffic of(int clients, Call call) {
        var traffic = new Traffic();
        for (int i = 0; i < clients; i++) {
            traffic.clients.execute(() -> traffic.run(call));
        }
        return traffic;
    }

    public long answered() {
        return answered.sum();
    }

    /// Empty as long as nothing was lost.
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /// Waits for so many further answers, or failures.
    public void awaitMore(int requests) {
        long aim = done() + requests;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (done() < aim) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no %d requests within %s".formatted(requests, PATIENCE));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    @Override
    public void close() {
        ended = true;
        clients.close();
    }

    private long done() {
        return answered.sum() + failures.size();
    }

    private void run(Call call) {
        while (!ended) {
            try {
                var answer = call.ask();
                if (answer.startsWith("HTTP/1.1 200 ")) {
                    answered.increment();
                } else {
                    failures.add(answer);
                }
            } catch (IOException lost) {
                failures.add(lost.toString());
            }
        }
    }
}
