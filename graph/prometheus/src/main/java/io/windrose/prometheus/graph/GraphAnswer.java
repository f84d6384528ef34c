package io.windrose.prometheus.graph;

import io.windrose.topology.TopologySnapshot;
import java.time.Duration;
import java.time.Instant;

/// The graph that was asked for.
///
/// @param at the end of the time that it covers
/// @param duration how far it reaches back from there
public record GraphAnswer(
        Instant at, Duration duration, GraphRequest request, TopologySnapshot graph) {}
