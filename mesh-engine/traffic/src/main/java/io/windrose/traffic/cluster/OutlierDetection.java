package io.windrose.traffic.cluster;

import java.time.Duration;

/// When a host that keeps failing sits out.
///
/// The shares are percentages with which an ejection that is due really happens.
///
/// @param consecutive5xx in a row; connection failures count unless told apart
/// @param gatewayFailures 502, 503 and 504 in a row
/// @param localFailures failures before a response, in a row; only when told apart
/// @param tellApart whether failures before a response are counted on their own
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier">Outlier
///   detection</a>
public record OutlierDetection(
        int consecutive5xx,
        int enforce5xx,
        int gatewayFailures,
        int enforceGateway,
        int localFailures,
        int enforceLocal,
        boolean tellApart,
        Duration interval,
        Duration baseEjection,
        Duration maxEjection,
        int maxEjectionPercent,
        boolean alwaysEjectOne) {

    /// Envoy's settings where the configuration gives none.
    public static final OutlierDetection DEFAULT =
            new OutlierDetection(
                    5,
                    100,
                    5,
                    0,
                    5,
                    100,
                    false,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(300),
                    10,
                    false);
}
