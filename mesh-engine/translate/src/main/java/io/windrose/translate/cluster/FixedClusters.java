package io.windrose.translate.cluster;

import com.google.protobuf.Duration;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.cluster.v3.Filter;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.windrose.translate.scope.IstioFilter;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.ProxyTraits.Role;
import io.windrose.translate.wire.ClusterName;
import io.windrose.translate.wire.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The clusters that every proxy has, whatever the mesh looks like.
final class FixedClusters {
    /// Connections to places that nobody configured are not kept for long.
    private static final Duration PASSTHROUGH_IDLE = Duration.newBuilder().setSeconds(300).build();

    private FixedClusters() {}

    /// The passthrough clusters lead to original destinations, so there must be some.
    static List<Cluster> of(ProxyScope scope) {
        var clusters = new ArrayList<Cluster>();
        clusters.add(
                Cluster.newBuilder()
                        .setName(ClusterName.BLACK_HOLE)
                        .setAltStatName(ClusterName.BLACK_HOLE + ";")
                        .setType(DiscoveryType.STATIC)
                        .setConnectTimeout(Wire.duration(scope.mesh().connectTimeout()))
                        .build());
        boolean sidecar = scope.proxy().role() == Role.SIDECAR;
        if (sidecar && scope.proxy().interception().redirects()) {
            var outbound = passthrough(scope).setName(ClusterName.PASSTHROUGH);
            if (scope.proxy().has(IstioFilter.TCP_METADATA_EXCHANGE)) {
                outbound.addFilters(metadataExchange());
            }
            clusters.add(outbound.build());
            clusters.add(
                    passthrough(scope)
                            .setName(ClusterName.INBOUND_PASSTHROUGH)
                            .setUpstreamBindConfig(InboundClusters.bind(scope.proxy().ipFamily()))
                            .build());
        }
        return clusters;
    }

    private static Cluster.Builder passthrough(ProxyScope scope) {
        var options =
                new HttpOptions(
                        HttpOptions.Version.AS_DOWNSTREAM,
                        Optional.of(
                                HttpProtocolOptions.newBuilder()
                                        .setIdleTimeout(PASSTHROUGH_IDLE)
                                        .build()),
                        Http2ProtocolOptions.getDefaultInstance(),
                        false);
        var cluster =
                Cluster.newBuilder()
                        .setAltStatName(ClusterName.PASSTHROUGH + ";")
                        .setType(DiscoveryType.ORIGINAL_DST)
                        .setConnectTimeout(Wire.duration(scope.mesh().connectTimeout()))
                        .setLbPolicy(LbPolicy.CLUSTER_PROVIDED)
                        .setCircuitBreakers(Breakers.of(Optional.empty(), Optional.empty()));
        options.packed()
                .ifPresent(any -> cluster.putTypedExtensionProtocolOptions(HttpOptions.KEY, any));
        Keepalive.of(Optional.empty(), scope.mesh())
                .ifPresent(cluster::setUpstreamConnectionOptions);
        return cluster;
    }

    /// Tells the other side over TCP who is calling.
    static Filter metadataExchange() {
        var settings =
                Struct.newBuilder()
                        .putFields(
                                "enable_discovery", Value.newBuilder().setBoolValue(true).build())
                        .putFields(
                                "protocol",
                                Value.newBuilder().setStringValue("istio-peer-exchange").build())
                        .build();
        var exchange = IstioFilter.TCP_METADATA_EXCHANGE;
        return Filter.newBuilder()
                .setName(exchange.filterName())
                .setTypedConfig(Packed.typedStruct(exchange.typeUrl(), settings))
                .build();
    }
}
