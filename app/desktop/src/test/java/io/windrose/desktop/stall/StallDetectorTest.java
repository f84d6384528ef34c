package io.windrose.desktop.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StallDetectorTest {
    private static final Duration LIMIT = Duration.ofMillis(40);

    @Test
    void aBlockedThreadIsToldWithItsLengthAndWhatItDid() throws Exception {
        var stalls = new LinkedBlockingQueue<Stall>();
        var answered = new CountDownLatch(3);
        var never = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor();
                var _ =
                        StallDetector.start(
                                task -> {
                                    answered.countDown();
                                    thread.execute(task);
                                },
                                LIMIT,
                                stalls::add)) {
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();

            thread.execute(() -> block(never, LIMIT.multipliedBy(3)));
            var stall = stalls.poll(10, TimeUnit.SECONDS);

            assertThat(stall).isNotNull();
            assertThat(stall.duration()).isGreaterThan(LIMIT);
            assertThat(stall.doing()).anyMatch(frame -> frame.getMethodName().equals("block"));
        }
    }

    private static void block(CountDownLatch never, Duration time) {
        try {
            var _ = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
