package io.windrose.traffic.cluster;

/// How much of a cluster may be in use at once. [#UNLIMITED] is what Istio sends for no limit.
///
/// @param budgetPercent retries may be so many percent of the active requests, in place of
///   `retries`; negative when there is no such budget
/// @param budgetMinimum so many retries are always allowed under a budget
public record CircuitBreakers(
        int connections,
        int pending,
        int requests,
        int retries,
        double budgetPercent,
        int budgetMinimum) {

    public static final int UNLIMITED = Integer.MAX_VALUE;

    /// Envoy's limits where the configuration gives none.
    public static final CircuitBreakers DEFAULT = new CircuitBreakers(1024, 1024, 1024, 3, -1, 3);
}
