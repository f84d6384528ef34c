package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Optional;

/// What the proxies of some workloads listen on and know of the mesh.
///
/// @param workloadSelector empty for the default of the namespace
/// @param ingress empty for what the services of the workload say
/// @param egress empty for everything that is visible
/// @param outboundPolicy empty for the mesh's
/// @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/">Istio</a>
public record Sidecar(
        ObjectMeta meta,
        Origin origin,
        Optional<Selector> workloadSelector,
        List<Ingress> ingress,
        List<Egress> egress,
        Optional<ConnectionPool> inboundConnectionPool,
        Optional<OutboundPolicy> outboundPolicy)
        implements Resource {

    public Sidecar {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /// @param defaultEndpoint `127.0.0.1:8080`, `unix:///path`; empty for the same port of the
    ///   application
    public record Ingress(
            Port port,
            String bind,
            CaptureMode captureMode,
            String defaultEndpoint,
            Optional<ServerTls> tls,
            Optional<ConnectionPool> connectionPool) {}

    /// @param port empty for all ports of the hosts
    /// @param hosts `namespace/host`, never empty
    public record Egress(
            Optional<Port> port, String bind, CaptureMode captureMode, List<String> hosts) {
        public Egress {
            hosts = List.copyOf(hosts);
        }
    }

    /// @param protocol in upper case; may be empty
    public record Port(int number, String protocol, String name) {}

    public record OutboundPolicy(OutboundMode mode, Optional<Destination> egressProxy) {}

    public enum OutboundMode {
        REGISTRY_ONLY,
        ALLOW_ANY,
        ALLOW_ANY_DYNAMIC_DNS
    }

    public enum CaptureMode {
        DEFAULT,
        IPTABLES,
        NONE
    }
}
