package io.windrose.config.resource;

import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Optional;

/// How callers treat a service once a route has chosen it.
///
/// @param host as written: a short name is not completed
/// @param exportTo empty means the mesh's default
/// @param workloadSelector the callers of its own namespace that it is for; empty for all callers
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">Istio</a>
public record DestinationRule(
        ObjectMeta meta,
        Origin origin,
        String host,
        Optional<TrafficPolicy> trafficPolicy,
        List<Subset> subsets,
        List<String> exportTo,
        Optional<Selector> workloadSelector)
        implements Resource {

    public DestinationRule {
        subsets = List.copyOf(subsets);
        exportTo = List.copyOf(exportTo);
    }

    /// The endpoints of the service that carry all these labels.
    public record Subset(String name, Labels labels, Optional<TrafficPolicy> trafficPolicy) {}
}
