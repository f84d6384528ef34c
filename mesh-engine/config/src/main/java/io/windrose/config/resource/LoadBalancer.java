package io.windrose.config.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How one of a service's endpoints is chosen.
public record LoadBalancer(
        Algorithm algorithm,
        Optional<LocalityLoadBalancing> locality,
        Optional<LocalityLoadBalancing.ZoneAware> zoneAware,
        Optional<Warmup> warmup) {

    public sealed interface Algorithm {}

    /// `LEAST_CONN`, the old name of `LEAST_REQUEST`, is not kept apart from it.
    public enum Simple implements Algorithm {
        UNSPECIFIED,
        RANDOM,
        PASSTHROUGH,
        ROUND_ROBIN,
        LEAST_REQUEST
    }

    public record ConsistentHash(HashKey key, HashTable table) implements Algorithm {}

    /// By the load that the endpoints themselves report.
    public record BackendUtilization(
            int errorUtilizationPenaltyPercent,
            List<String> metricNames,
            Optional<Duration> weightExpirationPeriod,
            Optional<Duration> weightStabilizationPeriod,
            Optional<Duration> weightUpdatePeriod)
            implements Algorithm {
        public BackendUtilization {
            metricNames = List.copyOf(metricNames);
        }
    }

    public sealed interface HashKey {
        record Header(String name) implements HashKey {}

        /// @param ttl of a cookie that the proxy makes itself; empty for none made
        record Cookie(
                String name, String path, Optional<Duration> ttl, List<CookieAttribute> attributes)
                implements HashKey {
            public Cookie {
                attributes = List.copyOf(attributes);
            }
        }

        record SourceIp() implements HashKey {}

        record QueryParameter(String name) implements HashKey {}
    }

    public record CookieAttribute(String name, String value) {}

    public sealed interface HashTable {
        /// @param minimumSize entries; Istio's default is 1024
        record Ring(long minimumSize) implements HashTable {}

        /// @param tableSize a prime below 5,000,011; Envoy's default is 65,537
        record Maglev(long tableSize) implements HashTable {}
    }

    /// A new endpoint's share grows over this time.
    ///
    /// @param minimumPercent to begin with; empty for 10
    /// @param aggression the curve; empty for 1, a straight line
    public record Warmup(
            Duration duration, Optional<Double> minimumPercent, Optional<Double> aggression) {}
}
