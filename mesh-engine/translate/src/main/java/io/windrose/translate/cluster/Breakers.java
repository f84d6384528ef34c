package io.windrose.translate.cluster;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers.Thresholds;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget;
import io.envoyproxy.envoy.type.v3.Percent;
import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.resource.TrafficPolicy;
import java.util.Optional;

/// Limits on connections and requests. What a mesh does not limit is set to the most that there is,
/// since Envoy's own defaults are low.
final class Breakers {
    /// 4294967295 as the signed number that holds the same bits.
    private static final int UNLIMITED = -1;

    private static final double DEFAULT_BUDGET_PERCENT = 20;
    private static final int DEFAULT_BUDGET_CONCURRENCY = 3;

    private Breakers() {}

    static CircuitBreakers of(
            Optional<ConnectionPool> pool, Optional<TrafficPolicy.RetryBudget> budget) {
        var tcp = pool.map(ConnectionPool::tcp).orElse(ConnectionPool.Tcp.NONE);
        var http = pool.map(ConnectionPool::http).orElse(ConnectionPool.Http.NONE);
        var limits =
                Thresholds.newBuilder()
                        .setMaxConnections(limit(tcp.maxConnections()))
                        .setMaxPendingRequests(limit(http.http1MaxPendingRequests()))
                        .setMaxRequests(limit(http.http2MaxRequests()))
                        .setMaxRetries(limit(http.maxRetries()));
        budget.ifPresent(settings -> limits.setRetryBudget(retryBudget(settings)));
        return CircuitBreakers.newBuilder().addThresholds(limits).build();
    }

    private static UInt32Value limit(int declared) {
        return Wire.uint32(declared == 0 ? UNLIMITED : declared);
    }

    private static RetryBudget retryBudget(TrafficPolicy.RetryBudget settings) {
        return RetryBudget.newBuilder()
                .setBudgetPercent(
                        Percent.newBuilder()
                                .setValue(settings.percent().orElse(DEFAULT_BUDGET_PERCENT)))
                .setMinRetryConcurrency(
                        Wire.uint32(
                                settings.minRetryConcurrency().orElse(DEFAULT_BUDGET_CONCURRENCY)))
                .build();
    }
}
