package io.windrose.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.testkit.FakeClock;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrafficPollerTest {
    private static final TrafficWindow WINDOW =
            new TrafficWindow(Instant.EPOCH, Duration.ofSeconds(60), List.of(), List.of());
    private static final Problem GONE = Problem.error("MESH1501", Place.NOWHERE, "gone");

    private final FakeClock clock = new FakeClock();
    private final ArrayDeque<Result<TrafficWindow>> answers = new ArrayDeque<>();
    private final ArrayDeque<Runnable> blocked = new ArrayDeque<>();
    private final TrafficPoller poller =
            new TrafficPoller(
                    _ -> answers.remove(),
                    () -> TrafficQuestion.last(Duration.ofSeconds(60)),
                    Owner.direct(),
                    blocked::add,
                    clock);

    private void answer() {
        blocked.remove().run();
    }

    @Test
    void theLastGoodWindowStaysWhileNobodyAnswers() {
        answers.add(Result.ok(WINDOW));
        answers.add(Result.err(GONE));
        var read = clock.instant();

        poller.poll();
        answer();
        clock.advance(Duration.ofSeconds(5));
        poller.poll();
        answer();

        assertThat(poller.windows().get())
                .isEqualTo(Reading.fresh(WINDOW, read).stale(List.of(GONE)));
    }

    @Test
    void nothingIsAskedWhileAQuestionIsOpen() {
        answers.add(Result.ok(WINDOW));

        poller.poll();
        poller.poll();

        assertThat(blocked).hasSize(1);
        answer();
        poller.poll();
        assertThat(blocked).hasSize(1);
    }
}
