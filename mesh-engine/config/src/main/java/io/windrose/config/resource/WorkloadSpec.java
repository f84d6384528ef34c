package io.windrose.config.resource;

import io.windrose.kernel.Labels;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One workload instance outside Kubernetes.
///
/// @param address an IP address, a host name, or `unix://` and a path; empty with a `network`
/// @param ports by the name of the service's port; overrides the service's target port
/// @param locality `region/zone/subzone`; empty when unknown
/// @param weight relative; 0 means that nothing is set
public record WorkloadSpec(
        String address,
        SortedMap<String, Integer> ports,
        Labels labels,
        String network,
        String locality,
        int weight,
        String serviceAccount) {

    public WorkloadSpec {
        ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }
}
