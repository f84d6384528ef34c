package io.windrose.config.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Balancing, pooling, ejection and encryption towards a service.
public record TrafficPolicy(
        Optional<LoadBalancer> loadBalancer,
        Optional<ConnectionPool> connectionPool,
        Optional<OutlierDetection> outlierDetection,
        Optional<ClientTls> tls,
        List<PortPolicy> portLevelSettings,
        Optional<Tunnel> tunnel,
        Optional<ProxyProtocol> proxyProtocol,
        Optional<RetryBudget> retryBudget) {

    public TrafficPolicy {
        portLevelSettings = List.copyOf(portLevelSettings);
    }

    /// Replaces the four blocks as a whole for one port of the service.
    public record PortPolicy(
            int port,
            Optional<LoadBalancer> loadBalancer,
            Optional<ConnectionPool> connectionPool,
            Optional<OutlierDetection> outlierDetection,
            Optional<ClientTls> tls) {}

    /// @param protocol `CONNECT` or `POST`
    public record Tunnel(String protocol, String targetHost, int targetPort) {}

    /// The version of the PROXY header that is sent first.
    public enum ProxyProtocol {
        V1,
        V2
    }

    /// @param percent of the active requests that may be retries, 0 to 100; empty for 20
    /// @param minRetryConcurrency allowed whatever the percentage says; empty for 3
    public record RetryBudget(
            Optional<Double> percent,
            Optional<Integer> minRetryConcurrency,
            Optional<Duration> budgetInterval) {}
}
