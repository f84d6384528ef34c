package io.windrose.traffic.cluster;

import java.util.List;

/// The hosts of one place.
///
/// @param weight among the localities of one priority; 0 when none is given
/// @param priority 0 is the first choice
public record Locality(
        String region,
        String zone,
        String subZone,
        int weight,
        int priority,
        List<Endpoint> endpoints) {

    public Locality {
        endpoints = List.copyOf(endpoints);
    }
}
