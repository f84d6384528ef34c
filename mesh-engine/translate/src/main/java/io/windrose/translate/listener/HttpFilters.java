package io.windrose.translate.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.Cors;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.grpc_stats.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.grpc_web.v3.GrpcWeb;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.windrose.registry.Protocol;
import io.windrose.translate.scope.IstioFilter;
import io.windrose.translate.scope.ProxyTraits;
import io.windrose.translate.wire.Packed;
import java.util.ArrayList;
import java.util.List;

/// The HTTP filters of a chain, in Istio's order: who calls, may they, statistics, protocol names,
/// faults, CORS, and last the router. Fault and CORS do nothing until a route says something.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/listener_builder.go`, `buildHTTPConnectionManager`
final class HttpFilters {
    private static final HttpFilter GRPC_WEB = filter("grpc_web", GrpcWeb.getDefaultInstance());
    private static final HttpFilter GRPC_STATS =
            filter(
                    "grpc_stats",
                    FilterConfig.newBuilder()
                            .setEmitFilterState(true)
                            .setStatsForAllMethods(BoolValue.of(false))
                            .build());
    private static final HttpFilter FAULT = filter("fault", HTTPFault.getDefaultInstance());
    private static final HttpFilter CORS = filter("cors", Cors.getDefaultInstance());
    private static final HttpFilter ROUTER = filter("router", Router.getDefaultInstance());

    private HttpFilters() {}

    /// @param authorization RBAC filters in the order of evaluation; empty lets everybody in
    static List<HttpFilter> of(
            HttpSide side,
            ProxyTraits proxy,
            List<HttpFilter> authorization,
            Protocol portProtocol) {
        var filters = new ArrayList<HttpFilter>();
        if (proxy.has(IstioFilter.HTTP_METADATA_EXCHANGE)) {
            filters.add(
                    side == HttpSide.SIDECAR_INBOUND
                            ? IstioFilters.INBOUND_PEER_METADATA
                            : IstioFilters.OUTBOUND_PEER_METADATA);
        }
        filters.addAll(authorization);
        if (portProtocol == Protocol.GRPC_WEB) {
            filters.add(GRPC_WEB);
        }
        filters.add(GRPC_STATS);
        if (side != HttpSide.SIDECAR_INBOUND && proxy.has(IstioFilter.ALPN)) {
            filters.add(IstioFilters.UPSTREAM_ALPN);
        }
        filters.add(FAULT);
        filters.add(CORS);
        if (proxy.has(IstioFilter.STATS)) {
            filters.add(
                    side == HttpSide.SIDECAR_OUTBOUND
                            ? IstioFilters.OUTBOUND_STATS
                            : IstioFilters.SERVER_STATS);
        }
        filters.add(ROUTER);
        return filters;
    }

    private static HttpFilter filter(String name, Message config) {
        return HttpFilter.newBuilder()
                .setName("envoy.filters.http." + name)
                .setTypedConfig(Packed.any(config))
                .build();
    }
}
