package io.windrose.session.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.session.rollout.Breach.Rail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Samples are one second apart; the rails are 5 %, 250 ms, 10 requests, 3 seconds.
final class GuardRailsTest {
    private static final GuardRails RAILS = new GuardRails(5, 250, 10, Duration.ofSeconds(3));
    private static final SortedSet<String> V3 = new TreeSet<>(List.of("v3"));

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Breached if and only if the last samples that tell something reach back beyond the hold time
    /// and are all above the limit.
    @ParameterizedTest
    @MethodSource("seeds")
    void onlyAnUnbrokenStreakCounts(long seed) {
        var random = new SplittableRandom(seed);
        var samples = new ArrayList<HealthSample>();
        int streak = -1;
        boolean known = false;
        for (int i = 0; i < random.nextInt(1, 12); i++) {
            boolean enough = random.nextInt(4) > 0;
            boolean above = random.nextInt(3) > 0;
            samples.add(sample(i, enough ? 10 : 9, above ? 5.1 : 5, 250));
            known |= enough;
            streak = !enough ? streak : !above ? -1 : streak < 0 ? i : streak;
        }

        var verdict = RAILS.judge(samples, V3);

        int last = samples.size() - 1;
        var breach = new Breach("v3", Rail.ERRORS, 5.1, 5, second(streak));
        assertThat(verdict)
                .isEqualTo(
                        !known
                                ? new Verdict.Unknown(9, 10)
                                : streak < 0
                                        ? new Verdict.Holds()
                                        : last - streak >= 3
                                                ? new Verdict.Breached(List.of(breach))
                                                : new Verdict.Exceeded(List.of(breach)));
    }

    @Test
    void slownessBreaksTheOtherRail() {
        var samples = new ArrayList<HealthSample>();
        for (int i = 0; i < 5; i++) {
            samples.add(sample(i, 50, 0, i < 1 ? 250 : 251));
        }

        assertThat(RAILS.judge(samples, V3))
                .isEqualTo(
                        new Verdict.Breached(
                                List.of(new Breach("v3", Rail.P95, 251, 250, second(1)))));
    }

    @Test
    void whoIsNotWatchedBreaksNothing() {
        var samples = List.of(sample(0, 50, 90, 900), sample(9, 50, 90, 900));

        assertThat(RAILS.judge(samples, new TreeSet<>(List.of("v1"))))
                .isEqualTo(new Verdict.Unknown(0, 10));
    }

    @Test
    void noSamplesAreNoVerdict() {
        assertThat(RAILS.judge(List.of(), V3)).isEqualTo(new Verdict.Unknown(0, 10));
    }

    private static HealthSample sample(int second, int requests, double errors, double p95) {
        var versions = new TreeMap<String, HealthSample.Version>();
        versions.put("v3", new HealthSample.Version(requests, errors, OptionalDouble.of(p95)));
        return new HealthSample(second(second), versions);
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }
}
