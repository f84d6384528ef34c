package io.windrose.traffic.retry;

import io.windrose.traffic.match.HeaderMatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Which failed attempts of a request are repeated, how often and how soon.
///
/// @param retries attempts beyond the first; 0 when there is no policy
/// @param attemptTimeout of one attempt; zero for none
/// @param retriableHeaders a response with one of them is repeated, under its own condition
/// @param firstBackoff the upper bound of the first pause
/// @param maxBackoff the upper bound of any pause
/// @param avoidTriedHosts whether another host is looked for
/// @param hostSelectionAttempts how often the balancer is asked again when it names a tried host
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter">Envoy's
///   router</a>
public record RetryPolicy(
        Set<RetryCondition> on,
        int retries,
        Duration attemptTimeout,
        Set<Integer> retriableStatusCodes,
        List<HeaderMatch> retriableHeaders,
        Duration firstBackoff,
        Duration maxBackoff,
        boolean avoidTriedHosts,
        int hostSelectionAttempts) {

    /// Envoy's own base interval.
    public static final Duration DEFAULT_BACKOFF = Duration.ofMillis(25);

    public static final RetryPolicy NONE =
            new RetryPolicy(
                    Set.of(),
                    0,
                    Duration.ZERO,
                    Set.of(),
                    List.of(),
                    DEFAULT_BACKOFF,
                    DEFAULT_BACKOFF.multipliedBy(10),
                    false,
                    1);

    public RetryPolicy {
        on = Set.copyOf(on);
        retriableStatusCodes = Set.copyOf(retriableStatusCodes);
        retriableHeaders = List.copyOf(retriableHeaders);
    }

    /// Whether a response that has begun is to be dropped for another attempt. The caller knows
    /// that attempts are left, and that nothing has been sent downstream.
    ///
    /// @param headers looks up a header of the response by its name in lower case
    public boolean repeats(int status, UnaryOperator<@Nullable String> headers) {
        if (on.isEmpty() || (status < 400 && !mayReadHeaders())) {
            return false;
        }
        if (headers.apply("x-envoy-overloaded") != null) {
            return false;
        }
        if (headers.apply("x-envoy-ratelimited") != null) {
            return on.contains(RetryCondition.RATE_LIMITED);
        }
        return repeatsStatus(status) || repeatsHeaders(headers) || repeatsGrpc(headers);
    }

    /// Whether an attempt that ended without a response is repeated.
    public boolean repeats(AttemptFailure failure) {
        return switch (failure) {
            case OVERFLOW -> false;
            case CONNECT -> onAny(RetryCondition.CONNECT_FAILURE) || onAnyReset();
            case REFUSED_STREAM -> onAny(RetryCondition.REFUSED_STREAM) || onAnyReset();
            case RESET_BEFORE_REQUEST -> onAny(RetryCondition.RESET_BEFORE_REQUEST) || onAnyReset();
            case RESET, ATTEMPT_TIMEOUT -> onAnyReset();
        };
    }

    /// How long to wait before attempt `retry`, which counts from 1: drawn evenly from zero up to a
    /// bound that doubles each time.
    public Duration backoff(int retry, RandomGenerator random) {
        long bound = firstBackoff.toMillis() * ((1L << Math.min(retry, 30)) - 1);
        long capped = Math.clamp(bound, 1, Math.max(1, maxBackoff.toMillis()));
        return Duration.ofMillis(random.nextLong(capped));
    }

    private boolean repeatsStatus(int status) {
        return (status >= 500 && on.contains(RetryCondition.SERVER_ERROR))
                || (status >= 502 && status <= 504 && on.contains(RetryCondition.GATEWAY_ERROR))
                || (status == 409 && on.contains(RetryCondition.RETRIABLE_4XX))
                || (on.contains(RetryCondition.RETRIABLE_STATUS_CODES)
                        && retriableStatusCodes.contains(status));
    }

    private boolean repeatsHeaders(UnaryOperator<@Nullable String> headers) {
        return on.contains(RetryCondition.RETRIABLE_HEADERS)
                && retriableHeaders.stream()
                        .anyMatch(match -> match.matchesValue(headers.apply(match.name())));
    }

    private boolean repeatsGrpc(UnaryOperator<@Nullable String> headers) {
        if (!readsGrpc()) {
            return false;
        }
        var status = headers.apply("grpc-status");
        return status != null
                && switch (status) {
                    case "1" -> on.contains(RetryCondition.CANCELLED);
                    case "4" -> on.contains(RetryCondition.DEADLINE_EXCEEDED);
                    case "8" -> on.contains(RetryCondition.RESOURCE_EXHAUSTED);
                    case "13" -> on.contains(RetryCondition.INTERNAL);
                    case "14" -> on.contains(RetryCondition.UNAVAILABLE);
                    default -> false;
                };
    }

    private boolean mayReadHeaders() {
        return readsGrpc()
                || onAny(RetryCondition.RETRIABLE_HEADERS, RetryCondition.RETRIABLE_STATUS_CODES);
    }

    private boolean readsGrpc() {
        return onAny(
                RetryCondition.CANCELLED,
                RetryCondition.DEADLINE_EXCEEDED,
                RetryCondition.RESOURCE_EXHAUSTED,
                RetryCondition.INTERNAL,
                RetryCondition.UNAVAILABLE);
    }

    /// These three repeat every attempt that has no response.
    private boolean onAnyReset() {
        return onAny(
                RetryCondition.RESET, RetryCondition.SERVER_ERROR, RetryCondition.GATEWAY_ERROR);
    }

    private boolean onAny(RetryCondition... conditions) {
        return Arrays.stream(conditions).anyMatch(on::contains);
    }
}
