package io.windrose.controlplane.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SerialLaneTest {
    private static final int TASKS = 10_000;

    @Test
    void tasksFromManyThreadsRunOneAtATimeAndInEachThreadsOrder()
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(4)) {
            var faults = new ArrayList<Throwable>();
            Owner owner = SerialLane.owner(pool, faults::add);
            var seen = List.of(new ArrayList<Integer>(), new ArrayList<Integer>());
            var done = new CountDownLatch(2 * TASKS);
            var writers =
                    IntStream.range(0, 2)
                            .mapToObj(writer ->
                                    pool.submit(() -> submit(owner, seen.get(writer), done)))
                            .toList();
            for (var writer : writers) {
                writer.get();
            }

            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            var expected = IntStream.range(0, TASKS).boxed().toList();
            assertThat(seen).containsExactly(new ArrayList<>(expected), new ArrayList<>(expected));
            assertThat(faults).isEmpty();
        }
    }

    private static void submit(Owner owner, List<Integer> seen, CountDownLatch done) {
        for (int i = 0; i < TASKS; i++) {
            int number = i;
            owner.execute(() -> {
                owner.checkInside();
                seen.add(number);
                done.countDown();
            });
        }
    }
}
