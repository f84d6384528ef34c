package io.windrose.translate.cluster;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.core.v3.BindConfig;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.windrose.translate.scope.InboundPort;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.ProxyTraits.IpFamily;
import io.windrose.translate.wire.ClusterName;
import java.util.List;
import java.util.Optional;

/// The clusters that lead from a proxy to its own application.
final class InboundClusters {
    /// The longest time that Go can say: hosts that were seen once are never forgotten.
    private static final Duration NEVER = Duration.newBuilder().setSeconds(9_223_372_035L).build();

    private InboundClusters() {}

    static List<Cluster> of(ProxyScope scope) {
        return scope.inbound().stream().map(port -> cluster(scope, port)).toList();
    }

    private static Cluster cluster(ProxyScope scope, InboundPort port) {
        var name = ClusterName.inbound(port.port());
        var cluster =
                Cluster.newBuilder()
                        .setName(name)
                        .setAltStatName(name + ";")
                        .setConnectTimeout(Wire.duration(connectTimeout(scope, port)))
                        .setCircuitBreakers(Breakers.of(port.connectionPool(), Optional.empty()))
                        .setCommonLbConfig(CommonLbConfig.getDefaultInstance())
                        .setMetadata(ClusterMetadata.of(port.services()));
        HttpOptions.inbound(port.servicePort().protocol(), port.connectionPool())
                .packed()
                .ifPresent(any -> cluster.putTypedExtensionProtocolOptions(HttpOptions.KEY, any));
        Keepalive.of(port.connectionPool(), scope.mesh())
                .ifPresent(cluster::setUpstreamConnectionOptions);
        if (scope.proxy().interception().redirects()) {
            cluster.setType(DiscoveryType.ORIGINAL_DST)
                    .setLbPolicy(LbPolicy.CLUSTER_PROVIDED)
                    .setCleanupInterval(NEVER)
                    .setUpstreamBindConfig(bind(scope.proxy().ipFamily()));
        } else {
            cluster.setType(DiscoveryType.STATIC)
                    .setLoadAssignment(
                            application(name, scope.proxy().settings().appAddress(), port));
        }
        return cluster.build();
    }

    private static java.time.Duration connectTimeout(ProxyScope scope, InboundPort port) {
        return port.connectionPool()
                .flatMap(pool -> pool.tcp().connectTimeout())
                .orElse(scope.mesh().connectTimeout());
    }

    /// The source address by which the rules of iptables know the proxy's own connections to the
    /// application and leave them alone.
    static BindConfig bind(IpFamily family) {
        var address = family == IpFamily.V6 ? "::6" : "127.0.0.6";
        return BindConfig.newBuilder()
                .setSourceAddress(SocketAddress.newBuilder().setAddress(address).setPortValue(0))
                .build();
    }

    /// @param declared `IP:port`; empty for this machine at the port of the endpoint
    private static ClusterLoadAssignment application(
            String name, String declared, InboundPort port) {
        int colon = declared.lastIndexOf(':');
        var host = colon < 0 ? "127.0.0.1" : declared.substring(0, colon);
        int number = colon < 0 ? port.port() : Integer.parseInt(declared.substring(colon + 1));
        var endpoint = Endpoint.newBuilder().setAddress(LoadAssignments.address(host, number));
        return ClusterLoadAssignment.newBuilder()
                .setClusterName(name)
                .addEndpoints(
                        LocalityLbEndpoints.newBuilder()
                                .addLbEndpoints(LbEndpoint.newBuilder().setEndpoint(endpoint)))
                .build();
    }
}
