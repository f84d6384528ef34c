package io.windrose.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.topology.traffic.TrafficSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScrapedLooksTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private static Look look(int second, double count) {
        return Look.of(
                START.plusSeconds(second),
                Map.of(
                        "page",
                        "istio_requests_total{reporter=\"source\",source_workload=\"a\",destination_workload=\"b\",request_protocol=\"http\",response_code=\"200\"} "
                                + count));
    }

    private static double rate(ScrapedLooks looks, int from, int to) {
        var marks = looks.marks();
        return looks
                .between(
                        marks.get(from), marks.get(to), TrafficQuestion.last(Duration.ofMinutes(1)))
                .samples()
                .stream()
                .mapToDouble(TrafficSample::ratePerSecond)
                .sum();
    }

    @Test
    void looksThatAreThinnedOutTakeNoTrafficWithThem() {
        var looks = new ScrapedLooks(Duration.ofHours(1), 20);
        double shown = 0;
        for (int second = 0; second < 200; second++) {
            shown = second % 7 == 6 ? 0 : shown + 3;
            looks.add(look(second, shown));
        }

        var marks = looks.marks();
        assertThat(marks.size()).isLessThanOrEqualTo(21);
        assertThat(marks.getFirst().at()).isEqualTo(START);
        int last = marks.size() - 1;
        double whole = rate(looks, 0, last) * 199;
        double parts = 0;
        for (int i = 0; i < last; i++) {
            var interval = Duration.between(marks.get(i).at(), marks.get(i + 1).at());
            parts += rate(looks, i, i + 1) * interval.toSeconds();
        }
        assertThat(parts).isCloseTo(whole, within(1e-6));
        assertThat(whole).isCloseTo(199 * 3 - 28 * 3, within(1e-6));
    }

    @Test
    void looksOutOfReachAreForgottenButNotTheNewestTwo() {
        var looks = new ScrapedLooks(Duration.ofSeconds(60), Long.MAX_VALUE);
        for (int second = 0; second <= 100; second += 10) {
            looks.add(look(second, second));
        }
        assertThat(looks.marks())
                .extracting(ScrapedLooks.Mark::number)
                .startsWith(3L)
                .endsWith(10L);

        looks.add(look(1_000, 1_000));
        assertThat(looks.marks()).extracting(ScrapedLooks.Mark::number).containsExactly(10L, 11L);
        assertThat(rate(looks, 0, 1)).isEqualTo(1);
    }

    @Test
    void aLookThatIsNotNewerIsLeftOut() {
        var looks = new ScrapedLooks(Duration.ofHours(1), Long.MAX_VALUE);
        looks.add(look(10, 5));
        looks.add(look(10, 50));
        looks.add(look(9, 500));

        assertThat(looks.marks()).hasSize(1);
    }
}
