package io.windrose.proxy.listener;

import java.time.Duration;
import java.time.InstantSource;

/// What does not come by xDS.
///
/// @param drainTime how long connections may live on whose filter chain is gone; Envoy's
///   `--drain-time-s`
public record DataPlaneSettings(Duration drainTime, InstantSource clock) {
    /// Istio's choice.
    public static final Duration DRAIN_TIME = Duration.ofSeconds(45);

    public static DataPlaneSettings of(InstantSource clock) {
        return new DataPlaneSettings(DRAIN_TIME, clock);
    }
}
