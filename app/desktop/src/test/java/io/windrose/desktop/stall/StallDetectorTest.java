package io.windrose.desktop.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class StallDetectorTest {
    private static final Duration LIMIT = Duration.ofMillis(40);
    private static final Duration BLOCKED = Duration.ofMillis(300);

    @Test
    @Timeout(30)
    void aBlockedThreadIsToldWithItsLengthAndWhatItDid() throws Exception {
        var stalls = new LinkedBlockingQueue<Stall>();
        var answered = new CountDownLatch(3);
        var never = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor();
                var _ =
                        StallDetector.start(
                                thread.submit(Thread::currentThread).get(),
                                task -> {
                                    answered.countDown();
                                    thread.execute(task);
                                },
                                LIMIT,
                                stalls::add)) {
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();

            thread.execute(() -> block(never));
            var stall = stalls.take();
            while (stall.doing().stream().noneMatch(StallDetectorTest::blocks)) {
                stall = stalls.take(); // this computer may stall by itself
            }

            assertThat(stall.duration()).isGreaterThan(LIMIT);
            assertThat(stall.toString()).matches("(?s)\\d+ ms in.*block.*");
        }
    }

    private static boolean blocks(StackTraceElement frame) {
        return frame.getMethodName().equals("block");
    }

    private static void block(CountDownLatch never) {
        try {
            var _ = never.await(BLOCKED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
