package io.windrose.translate.listener;

import com.google.protobuf.Any;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.windrose.translate.scope.IstioFilter;
import io.windrose.translate.wire.Packed;
import io.windrose.xdsapi.alpn.FilterConfig;
import io.windrose.xdsapi.alpn.FilterConfig.AlpnOverride;
import io.windrose.xdsapi.alpn.FilterConfig.Protocol;
import java.util.List;

/// The filters that Istio added to its build of Envoy; a stock Envoy refuses a listener that has
/// one, hence each goes only to proxies that have it.
///
/// @see <a href="https://github.com/istio/proxy">Istio's proxy</a> `source/extensions/filters`
final class IstioFilters {
    /// Exchanges workload metadata on TCP connections, once the ALPN says that the peer can.
    static final Filter NETWORK_PEER_METADATA =
            network(
                    IstioFilter.TCP_METADATA_EXCHANGE,
                    Struct.newBuilder()
                            .putFields("enable_discovery", flag())
                            .putFields("protocol", text("istio-peer-exchange")));

    static final Filter NETWORK_STATS = network(IstioFilter.STATS, Struct.newBuilder());

    /// Learns who calls from the request's headers, and says in the response's who answers.
    static final HttpFilter INBOUND_PEER_METADATA = peerMetadata("downstream");

    static final HttpFilter OUTBOUND_PEER_METADATA = peerMetadata("upstream");

    static final HttpFilter OUTBOUND_STATS = http(IstioFilter.STATS, Struct.newBuilder());

    /// Where anybody may call, the Host header is not to become a label of a metric.
    static final HttpFilter SERVER_STATS =
            http(
                    IstioFilter.STATS,
                    Struct.newBuilder().putFields("disable_host_header_fallback", flag()));

    /// Offers the server the ALPN names by which its filter chains tell HTTP from TCP.
    static final HttpFilter UPSTREAM_ALPN =
            HttpFilter.newBuilder()
                    .setName(IstioFilter.ALPN.filterName())
                    .setTypedConfig(
                            Packed.any(
                                    FilterConfig.newBuilder()
                                            .addAlpnOverride(
                                                    alpn(Protocol.HTTP10, "istio-http/1.0"))
                                            .addAlpnOverride(
                                                    alpn(Protocol.HTTP11, "istio-http/1.1"))
                                            .addAlpnOverride(alpn(Protocol.HTTP2, "istio-h2"))
                                            .build()))
                    .build();

    private IstioFilters() {}

    private static AlpnOverride alpn(Protocol protocol, String istioName) {
        return AlpnOverride.newBuilder()
                .setUpstreamProtocol(protocol)
                .addAlpnOverride(istioName)
                .addAlpnOverride("istio")
                .addAlpnOverride(istioName.substring("istio-".length()))
                .build();
    }

    private static HttpFilter peerMetadata(String side) {
        var config =
                Struct.newBuilder()
                        .putFields(
                                side + "_discovery",
                                methods(List.of("istio_headers", "workload_discovery")))
                        .putFields(side + "_propagation", methods(List.of("istio_headers")));
        return http(IstioFilter.HTTP_METADATA_EXCHANGE, config);
    }

    private static HttpFilter http(IstioFilter filter, Struct.Builder config) {
        return HttpFilter.newBuilder()
                .setName(filter.filterName())
                .setTypedConfig(typed(filter, config))
                .build();
    }

    private static Filter network(IstioFilter filter, Struct.Builder config) {
        return Filter.newBuilder()
                .setName(filter.filterName())
                .setTypedConfig(typed(filter, config))
                .build();
    }

    private static Value methods(List<String> names) {
        var list = ListValue.newBuilder();
        for (var name : names) {
            var empty = Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build();
            list.addValues(
                    Value.newBuilder().setStructValue(Struct.newBuilder().putFields(name, empty)));
        }
        return Value.newBuilder().setListValue(list).build();
    }

    private static Any typed(IstioFilter filter, Struct.Builder config) {
        return Packed.typedStruct(filter.typeUrl(), config.build());
    }

    private static Value flag() {
        return Value.newBuilder().setBoolValue(true).build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
