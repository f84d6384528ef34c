package io.windrose.translate.cluster;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.windrose.config.resource.ClientTls;
import io.windrose.registry.Endpoint;
import io.windrose.registry.Workload;
import io.windrose.translate.scope.ProxyScope;

/// The endpoints of one destination, by locality.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/xds/endpoints/endpoint_builder.go`
final class LoadAssignments {
    private static final String UNIX = "unix://";
    private static final String CLUSTER_ID = "Kubernetes";

    private LoadAssignments() {}

    static ClusterLoadAssignment of(ProxyScope scope, Outbound outbound) {
        return ClusterLoadAssignment.newBuilder()
                .setClusterName(outbound.clusterName())
                .addAllEndpoints(Localities.group(scope, outbound, LoadAssignments::lbEndpoint))
                .build();
    }

    /// A workload that could take mutual TLS is not asked for it when the client's rules speak of
    /// another kind of TLS, or of none.
    private static boolean offersMutualTls(Outbound outbound, Endpoint endpoint) {
        boolean overruled =
                outbound.policy()
                        .tls()
                        .filter(tls -> tls.mode() != ClientTls.Mode.ISTIO_MUTUAL)
                        .isPresent();
        return endpoint.mutualTls() && !overruled;
    }

    private static LbEndpoint lbEndpoint(Outbound outbound, Endpoint endpoint) {
        var metadata =
                Metadata.newBuilder()
                        .putFilterMetadata(
                                "istio",
                                Struct.newBuilder()
                                        .putFields("workload", text(peer(endpoint.workload())))
                                        .build());
        if (offersMutualTls(outbound, endpoint)) {
            metadata.putFilterMetadata(
                    "envoy.transport_socket_match",
                    Struct.newBuilder().putFields("tlsMode", text("istio")).build());
        }
        var health =
                switch (endpoint.health()) {
                    case HEALTHY -> HealthStatus.UNKNOWN;
                    case UNHEALTHY -> HealthStatus.UNHEALTHY;
                };
        return LbEndpoint.newBuilder()
                .setEndpoint(
                        io.envoyproxy.envoy.config.endpoint.v3.Endpoint.newBuilder()
                                .setAddress(address(endpoint.address(), endpoint.port())))
                .setHealthStatus(health)
                .setLoadBalancingWeight(Wire.uint32(endpoint.weight()))
                .setMetadata(metadata)
                .build();
    }

    static Address address(String host, int port) {
        if (host.startsWith(UNIX)) {
            return Address.newBuilder()
                    .setPipe(Pipe.newBuilder().setPath(host.substring(UNIX.length())))
                    .build();
        }
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(host).setPortValue(port))
                .build();
    }

    /// `workload;namespace;canonical name;canonical revision;cluster`, by which metrics name a peer
    /// that does not introduce itself.
    private static String peer(Workload workload) {
        return String.join(
                ";",
                workload.name(),
                workload.namespace(),
                workload.canonicalName(),
                workload.canonicalRevision(),
                CLUSTER_ID);
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
