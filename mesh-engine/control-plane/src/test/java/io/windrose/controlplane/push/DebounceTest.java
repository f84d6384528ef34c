package io.windrose.controlplane.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DebounceTest {
    private final FakeClock clock = new FakeClock();
    private final Instant start = clock.instant();
    private final List<Instant> fired = new ArrayList<>();
    private final Debounce debounce =
            new Debounce(
                    clock,
                    clock,
                    Debounce.QUIET,
                    Debounce.LONGEST,
                    () -> fired.add(clock.instant()));

    @Test
    void aBurstFiresOnceAfterAHundredQuietMilliseconds() {
        debounce.onChange();
        clock.advance(Duration.ofMillis(60));
        debounce.onChange();
        clock.advance(Duration.ofSeconds(5));

        assertThat(fired).containsExactly(start.plusMillis(160));
    }

    @Test
    void changesThatNeverPauseFireEveryTenSeconds() {
        for (int i = 0; i < 500; i++) {
            debounce.onChange();
            clock.advance(Duration.ofMillis(50));
        }

        assertThat(fired).containsExactly(start.plusSeconds(10), start.plusSeconds(20));
    }

    @Test
    void aSecondBurstHasItsOwnTenSeconds() {
        debounce.onChange();
        clock.advance(Duration.ofSeconds(9));
        debounce.onChange();
        clock.advance(Duration.ofSeconds(1));

        assertThat(fired).containsExactly(start.plusMillis(100), start.plusMillis(9_100));
    }
}
