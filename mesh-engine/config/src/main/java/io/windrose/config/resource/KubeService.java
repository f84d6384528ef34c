package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Optional;

/// A Kubernetes service.
///
/// @param clusterIps empty when headless or not yet assigned; without `None`
/// @param headless whether `clusterIP` is `None`
/// @param externalName empty unless the type is `EXTERNAL_NAME`
/// @param selector empty when the endpoints are written by hand
/// @param externalAddresses of the load balancer's status and `externalIPs`
/// @param trafficDistribution empty for none
public record KubeService(
        ObjectMeta meta,
        Origin origin,
        Type type,
        List<String> clusterIps,
        boolean headless,
        String externalName,
        List<Port> ports,
        Optional<Selector> selector,
        boolean publishNotReadyAddresses,
        List<String> externalAddresses,
        String trafficDistribution)
        implements Resource {

    public KubeService {
        clusterIps = List.copyOf(clusterIps);
        ports = List.copyOf(ports);
        externalAddresses = List.copyOf(externalAddresses);
    }

    public enum Type {
        CLUSTER_IP,
        NODE_PORT,
        LOAD_BALANCER,
        EXTERNAL_NAME
    }

    /// @param name empty where a service has a single port without one
    /// @param protocol `TCP`, `UDP` or `SCTP`
    /// @param appProtocol empty when not declared
    /// @param nodePort 0 for none
    public record Port(
            String name,
            String protocol,
            String appProtocol,
            int port,
            TargetPort targetPort,
            int nodePort) {}

    public sealed interface TargetPort {
        record Numbered(int port) implements TargetPort {}

        /// The container's port of that name.
        record Named(String name) implements TargetPort {}
    }
}
