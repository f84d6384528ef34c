package io.windrose.topology.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Everything that was counted in one stretch of time.
///
/// @param end the newest moment that the rates cover
/// @param interval how far they reach back from there
public record TrafficWindow(
        Instant end,
        Duration interval,
        List<TrafficSample> samples,
        List<LatencySample> latencies) {

    public TrafficWindow {
        samples = List.copyOf(samples);
        latencies = List.copyOf(latencies);
    }
}
