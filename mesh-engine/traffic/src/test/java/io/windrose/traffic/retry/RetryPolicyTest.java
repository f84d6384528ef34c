package io.windrose.traffic.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.traffic.match.HeaderMatch;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, 500, true",
        "SERVER_ERROR, 499, false",
        "GATEWAY_ERROR, 500, false",
        "GATEWAY_ERROR, 502, true",
        "GATEWAY_ERROR, 504, true",
        "GATEWAY_ERROR, 505, false",
        "RETRIABLE_4XX, 409, true",
        "RETRIABLE_4XX, 404, false",
        "RETRIABLE_STATUS_CODES, 429, true",
        "RETRIABLE_STATUS_CODES, 503, false",
        "CONNECT_FAILURE, 503, false"
    })
    void statusesAreRepeatedByTheirCondition(
            RetryCondition condition, int status, boolean expected) {
        assertThat(policy(condition).repeats(status, _ -> null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, 1",
        "DEADLINE_EXCEEDED, 4",
        "RESOURCE_EXHAUSTED, 8",
        "INTERNAL, 13",
        "UNAVAILABLE, 14"
    })
    void grpcStatusesAreReadFromTheHead(RetryCondition condition, String status) {
        assertThat(policy(condition).repeats(200, Map.of("grpc-status", status)::get)).isTrue();
        assertThat(policy(condition).repeats(200, Map.of("grpc-status", "0")::get)).isFalse();
        assertThat(policy(condition).repeats(200, _ -> null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT_FAILURE, CONNECT, true",
        "CONNECT_FAILURE, RESET, false",
        "REFUSED_STREAM, REFUSED_STREAM, true",
        "REFUSED_STREAM, CONNECT, false",
        "RESET_BEFORE_REQUEST, RESET_BEFORE_REQUEST, true",
        "RESET_BEFORE_REQUEST, RESET, false",
        "RESET, RESET, true",
        "RESET, CONNECT, true",
        "SERVER_ERROR, RESET, true",
        "SERVER_ERROR, ATTEMPT_TIMEOUT, true",
        "GATEWAY_ERROR, REFUSED_STREAM, true",
        "SERVER_ERROR, OVERFLOW, false",
        "RETRIABLE_STATUS_CODES, RESET, false"
    })
    void attemptsWithoutResponseAreRepeatedByTheirCondition(
            RetryCondition condition, AttemptFailure failure, boolean expected) {
        assertThat(policy(condition).repeats(failure)).isEqualTo(expected);
    }

    @Test
    void anOverloadedOrRateLimitedPeerIsLeftAlone() {
        var headers = Map.of("x-envoy-overloaded", "true");
        var limited = Map.of("x-envoy-ratelimited", "true");

        assertThat(policy(RetryCondition.SERVER_ERROR).repeats(503, headers::get)).isFalse();
        assertThat(policy(RetryCondition.SERVER_ERROR).repeats(503, limited::get)).isFalse();
        assertThat(policy(RetryCondition.RATE_LIMITED).repeats(429, limited::get)).isTrue();
    }

    @Test
    void aHeaderCanAskForAnotherAttempt() {
        var policy = policy(RetryCondition.RETRIABLE_HEADERS);

        assertThat(policy.repeats(200, Map.of("x-again", "yes")::get)).isTrue();
        assertThat(policy.repeats(200, Map.of("x-again", "no")::get)).isFalse();
    }

    @Test
    void pausesGrowToTheirLimit() {
        var random = new SplittableRandom(11);
        var policy = policy(RetryCondition.SERVER_ERROR);

        for (int draw = 0; draw < 500; draw++) {
            assertThat(policy.backoff(1, random)).isLessThan(Duration.ofMillis(25));
            assertThat(policy.backoff(2, random)).isLessThan(Duration.ofMillis(75));
            assertThat(policy.backoff(40, random)).isLessThan(Duration.ofMillis(250));
        }
    }

    private static RetryPolicy policy(RetryCondition condition) {
        return new RetryPolicy(
                EnumSet.of(condition),
                2,
                Duration.ZERO,
                Set.of(429),
                List.of(HeaderMatch.exact("x-again", "yes")),
                RetryPolicy.DEFAULT_BACKOFF,
                RetryPolicy.DEFAULT_BACKOFF.multipliedBy(10),
                true,
                5);
    }
}
