package io.windrose.translate.listener;

import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster;
import io.windrose.config.resource.Destination;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.kernel.Hostname;
import io.windrose.translate.scope.IstioFilter;
import io.windrose.translate.scope.ProxyTraits;
import io.windrose.translate.wire.ClusterName;
import io.windrose.translate.wire.Packed;
import java.util.ArrayList;
import java.util.List;

/// The filters of chains that pass bytes on without reading them, and those in front of HTTP.
final class NetworkFilters {
    private final ProxyTraits proxy;
    private final AccessLogs logs;

    NetworkFilters(ProxyTraits proxy, AccessLogs logs) {
        this.proxy = proxy;
        this.logs = logs;
    }

    /// Towards the application: who calls, may they, statistics.
    List<Filter> inbound(List<Filter> authorization, String cluster) {
        var filters = peerMetadata();
        filters.addAll(authorization);
        filters.addAll(outbound(proxyTo(cluster)));
        return filters;
    }

    /// Where nothing is let through, nothing is logged either.
    List<Filter> inboundBlackHole() {
        var filters = peerMetadata();
        filters.addAll(blackHole());
        return filters;
    }

    List<Filter> blackHole() {
        var filters = stats();
        filters.add(
                filter(
                        TcpProxy.newBuilder()
                                .setStatPrefix(ClusterName.BLACK_HOLE)
                                .setCluster(ClusterName.BLACK_HOLE)));
        return filters;
    }

    List<Filter> outbound(Filter proxyFilter) {
        var filters = stats();
        filters.add(proxyFilter);
        return filters;
    }

    /// In front of what reads HTTP on the inbound side.
    List<Filter> peerMetadata() {
        var filters = new ArrayList<Filter>();
        if (proxy.has(IstioFilter.TCP_METADATA_EXCHANGE)) {
            filters.add(IstioFilters.NETWORK_PEER_METADATA);
        }
        return filters;
    }

    private List<Filter> stats() {
        var filters = new ArrayList<Filter>();
        if (proxy.has(IstioFilter.STATS)) {
            filters.add(IstioFilters.NETWORK_STATS);
        }
        return filters;
    }

    Filter proxyTo(String cluster) {
        return filter(
                TcpProxy.newBuilder()
                        .setStatPrefix(cluster)
                        .setCluster(cluster)
                        .addAllAccessLog(logs.everything()));
    }

    /// @param port for destinations that name none
    /// @param statPrefix when there are several destinations
    Filter proxyTo(List<WeightedDestination> to, int port, String statPrefix) {
        if (to.size() == 1) {
            return proxyTo(cluster(to.getFirst().destination(), port));
        }
        var shares = WeightedCluster.newBuilder();
        for (var share : to) {
            if (share.weight() > 0) {
                shares.addClusters(
                        WeightedCluster.ClusterWeight.newBuilder()
                                .setName(cluster(share.destination(), port))
                                .setWeight(share.weight()));
            }
        }
        return filter(
                TcpProxy.newBuilder()
                        .setStatPrefix(statPrefix)
                        .setWeightedClusters(shares)
                        .addAllAccessLog(logs.everything()));
    }

    static String cluster(Destination to, int port) {
        return ClusterName.outbound(
                to.port() == 0 ? port : to.port(), to.subset(), new Hostname(to.host()));
    }

    private static Filter filter(TcpProxy.Builder proxy) {
        return Filter.newBuilder()
                .setName("envoy.filters.network.tcp_proxy")
                .setTypedConfig(Packed.any(proxy.build()))
                .build();
    }
}
