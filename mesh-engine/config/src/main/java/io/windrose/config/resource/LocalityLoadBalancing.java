package io.windrose.config.resource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Preference for endpoints by where they are; localities are written `region/zone/subzone`.
///
/// @param failoverPriority labels, most important first, as `key` or `key=value`
/// @param enabled empty for the mesh's choice
public record LocalityLoadBalancing(
        List<Distribute> distribute,
        List<Failover> failover,
        List<String> failoverPriority,
        Optional<Boolean> enabled) {

    public LocalityLoadBalancing {
        distribute = List.copyOf(distribute);
        failover = List.copyOf(failover);
        failoverPriority = List.copyOf(failoverPriority);
    }

    /// @param percentByLocality sums to 100
    public record Distribute(String from, SortedMap<String, Integer> percentByLocality) {
        public Distribute {
            percentByLocality = Collections.unmodifiableSortedMap(new TreeMap<>(percentByLocality));
        }
    }

    /// Regions.
    public record Failover(String from, String to) {}

    /// Envoy's own routing by zone.
    ///
    /// @param minClusterSize empty for 6
    public record ZoneAware(
            Optional<Boolean> enabled,
            List<Failover> failover,
            List<String> failoverPriority,
            Optional<Integer> minClusterSize) {
        public ZoneAware {
            failover = List.copyOf(failover);
            failoverPriority = List.copyOf(failoverPriority);
        }
    }
}
