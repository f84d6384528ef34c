package io.windrose.session.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.session.rollout.ObservedSplit.Agreement;
import io.windrose.session.rollout.ObservedSplit.Share;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ObservedSplitTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /// Chance alone is never taken for a contradiction, a real one always is.
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheTruthAndNotWithAnother(long seed) {
        var random = new SplittableRandom(seed);
        var truth = Splits.any(random);
        var observed = Splits.observed(random, truth, 4_000);

        assertThat(observed.with(truth)).isEqualTo(Agreement.AGREES);
        if (truth.percentBySubset().size() > 1) {
            int other = truth.percent("v1") >= 50 ? -8 : 8;
            var wrong = truth.with("v1", truth.percent("v1") + other);
            assertThat(observed.with(wrong)).isEqualTo(Agreement.DIFFERS);
        }
    }

    @Test
    void theMarginHoldsTheTruthNineteenTimesInTwenty() {
        int held = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new SplittableRandom(seed);
            var observed = Splits.observed(random, Splits.of(93, 7), 300);
            if (observed.share("v2") instanceof Share.Measured(_, var low, var high, _)
                    && low <= 7
                    && 7 <= high) {
                held++;
            }
        }

        assertThat(held / 2_000.0).isCloseTo(0.95, within(0.015));
    }

    /// Figures by hand: Wilson for 25 of 100 with z = 1.96 is 17.5 to 34.3.
    @Test
    void aShareHasItsMargin() {
        assertThat(observed(75, 25).share("v2"))
                .isInstanceOfSatisfying(
                        Share.Measured.class,
                        share -> {
                            assertThat(share.percent()).isEqualTo(25);
                            assertThat(share.low()).isCloseTo(17.5, within(0.1));
                            assertThat(share.high()).isCloseTo(34.3, within(0.1));
                            assertThat(share.of()).isEqualTo(100);
                        });
    }

    @Test
    void fewRequestsSayNothing() {
        assertThat(observed(60, 39).share("v1")).isEqualTo(new Share.TooFew(99, 100));
        assertThat(observed(99, 0).with(Splits.of(0, 100))).isEqualTo(Agreement.UNKNOWN);
        assertThat(observed(50, 50).with(Splits.of(50, 50))).isEqualTo(Agreement.UNKNOWN);
    }

    @Test
    void aFewThatWereUnderWayContradictNothing() {
        assertThat(observed(1500, 500, 16).with(Splits.of(75, 25, 0))).isEqualTo(Agreement.AGREES);
    }

    @Test
    void aSubsetThatNobodyAskedForContradicts() {
        assertThat(observed(900, 100).with(Splits.of(100))).isEqualTo(Agreement.DIFFERS);
    }

    private static ObservedSplit observed(long... requests) {
        var counts = new LinkedHashMap<String, Long>();
        for (long count : requests) {
            counts.put("v" + (counts.size() + 1), count);
        }
        return new ObservedSplit(counts);
    }
}
