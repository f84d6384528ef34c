package io.windrose.traffic.fault;

import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.match.HeaderMatch;
import io.windrose.traffic.match.RequestHead;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// The delays and aborts that a route injects; the delay comes first, and does not count against
/// the route's timeout.
///
/// @param delay zero for none
/// @param abortStatus of HTTP, 200 to 599; 0 for none
/// @param abortGrpcStatus 1 to 16, answered with HTTP 200; 0 for none
/// @param cluster only requests that go there; empty for all
/// @param headers only requests that match all
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/fault_filter">Envoy's
///   fault filter</a>
public record FaultPlan(
        Duration delay,
        Fraction delayed,
        int abortStatus,
        int abortGrpcStatus,
        Fraction aborted,
        String cluster,
        List<HeaderMatch> headers) {

    public static final FaultPlan NONE =
            new FaultPlan(Duration.ZERO, Fraction.NEVER, 0, 0, Fraction.NEVER, "", List.of());

    public FaultPlan {
        headers = List.copyOf(headers);
    }

    /// Whether this request is one that the plan is about at all.
    public boolean concerns(RequestHead head, String targetCluster) {
        return (cluster.isEmpty() || cluster.equals(targetCluster))
                && headers.stream().allMatch(match -> match.matches(head));
    }

    /// @return zero when this request is not delayed
    public Duration drawDelay(RandomGenerator random) {
        return !delay.isZero() && delayed.covers(random.nextLong()) ? delay : Duration.ZERO;
    }

    /// Whether this request is answered at once, with [#abortStatus] or [#abortGrpcStatus].
    public boolean drawAbort(RandomGenerator random) {
        return (abortStatus != 0 || abortGrpcStatus != 0) && aborted.covers(random.nextLong());
    }
}
