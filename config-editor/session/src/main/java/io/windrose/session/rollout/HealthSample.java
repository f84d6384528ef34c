package io.windrose.session.rollout;

import java.time.Instant;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the versions of a service did in a short time that ends at `at`.
///
/// @param bySubset a subset without requests may be absent
public record HealthSample(Instant at, SortedMap<String, Version> bySubset) {

    /// @param requests counted, in the time that the sample covers
    /// @param errorPercent 0 to 100; without meaning when there were no requests
    /// @param p95Millis empty where nobody measured
    public record Version(double requests, double errorPercent, OptionalDouble p95Millis) {}

    public HealthSample {
        bySubset = Collections.unmodifiableSortedMap(new TreeMap<>(bySubset));
    }
}
