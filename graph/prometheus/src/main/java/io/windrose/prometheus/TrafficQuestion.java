package io.windrose.prometheus;

import io.windrose.topology.Focus;
import io.windrose.topology.traffic.RateChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which traffic of which time.
///
/// @param namespaces empty means all; they do not matter when there is a focus
/// @param interval how far back to look; whole seconds, at least two scrape intervals
/// @param end empty means now
/// @param idle also series that did not grow
public record TrafficQuestion(
        List<String> namespaces,
        Optional<Focus> focus,
        RateChoice rates,
        Duration interval,
        Optional<Instant> end,
        boolean idle) {

    public TrafficQuestion {
        namespaces = List.copyOf(namespaces);
    }

    /// All traffic of the last `interval`, as requests and bytes sent.
    public static TrafficQuestion last(Duration interval) {
        return new TrafficQuestion(
                List.of(), Optional.empty(), RateChoice.DEFAULT, interval, Optional.empty(), false);
    }
}
