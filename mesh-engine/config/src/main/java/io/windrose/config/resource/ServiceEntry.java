package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Optional;

/// A service that Kubernetes does not know.
///
/// @param addresses virtual addresses or CIDRs; may be empty
/// @param workloadSelector picks pods and workload entries of the same namespace; not together with
///   `endpoints`
/// @param exportTo empty means the mesh's default
/// @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/">Istio</a>
public record ServiceEntry(
        ObjectMeta meta,
        Origin origin,
        List<String> hosts,
        List<String> addresses,
        List<Port> ports,
        Location location,
        Resolution resolution,
        List<WorkloadSpec> endpoints,
        Optional<Selector> workloadSelector,
        List<String> exportTo,
        List<String> subjectAltNames)
        implements Resource {

    public ServiceEntry {
        hosts = List.copyOf(hosts);
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
        endpoints = List.copyOf(endpoints);
        exportTo = List.copyOf(exportTo);
        subjectAltNames = List.copyOf(subjectAltNames);
    }

    /// @param protocol in upper case; empty means TCP
    /// @param targetPort 0 for `number`
    public record Port(int number, String protocol, String name, int targetPort) {}

    public enum Location {
        MESH_EXTERNAL,
        MESH_INTERNAL
    }

    public enum Resolution {
        NONE,
        STATIC,
        DNS,
        DNS_ROUND_ROBIN,
        DYNAMIC_DNS
    }
}
