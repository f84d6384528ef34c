package io.windrose.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    @Test
    void delaysDoubleUpToTheLimitAndStartAnewAfterASuccess() {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350), new Random(1));

        assertThat(backoff.nextDelay()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backoff.nextDelay()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(backoff.nextDelay()).isBetween(Duration.ofMillis(175), Duration.ofMillis(350));
        assertThat(backoff.nextDelay()).isBetween(Duration.ofMillis(175), Duration.ofMillis(350));

        backoff.reset();

        assertThat(backoff.nextDelay()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }
}
