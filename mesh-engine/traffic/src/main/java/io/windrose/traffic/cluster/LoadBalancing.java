package io.windrose.traffic.cluster;

/// How hosts share the requests.
///
/// @param panicPercent when fewer of a priority's hosts are healthy, health does not count; 0 never
/// @param byLocality whether localities share by their weights first
public record LoadBalancing(Policy policy, double panicPercent, boolean byLocality) {

    /// Who is next.
    public sealed interface Policy {

        /// Whether equal requests meet the same host.
        default boolean isByHash() {
            return this instanceof RingHash || this instanceof Maglev;
        }
    }

    public record RoundRobin() implements Policy {}

    /// @param choices how many hosts are drawn, of which the least busy one is taken
    public record LeastRequest(int choices) implements Policy {}

    public record Random() implements Policy {}

    public record RingHash(long minSize, long maxSize) implements Policy {}

    /// @param tableSize a prime
    public record Maglev(int tableSize) implements Policy {}

    /// The connection's own destination, for clusters that have no hosts.
    public record AsDialled() implements Policy {}

    /// Envoy's panic threshold where the configuration gives none.
    public static final double DEFAULT_PANIC_PERCENT = 50;

    public static LoadBalancing of(Policy policy) {
        return new LoadBalancing(policy, DEFAULT_PANIC_PERCENT, false);
    }
}
