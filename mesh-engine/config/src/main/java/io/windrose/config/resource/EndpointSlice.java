package io.windrose.config.resource;

import java.util.List;
import java.util.Optional;

/// A part of a service's endpoints.
///
/// @param addressType `IPv4`, `IPv6` or `FQDN`
public record EndpointSlice(
        ObjectMeta meta,
        Origin origin,
        String addressType,
        List<Endpoint> endpoints,
        List<EndpointPort> ports)
        implements Resource {

    public EndpointSlice {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }

    /// The service in the same namespace that this belongs to; empty without the label.
    public String serviceName() {
        return meta.labels().get("kubernetes.io/service-name").orElse("");
    }

    /// @param ready also true where the object does not say
    /// @param target the pod behind it
    public record Endpoint(
            List<String> addresses,
            boolean ready,
            boolean serving,
            boolean terminating,
            String hostname,
            String nodeName,
            String zone,
            Optional<ObjectRef> target) {
        public Endpoint {
            addresses = List.copyOf(addresses);
        }
    }
}
