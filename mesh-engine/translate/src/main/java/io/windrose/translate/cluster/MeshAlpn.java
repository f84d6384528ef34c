package io.windrose.translate.cluster;

import io.windrose.registry.Protocol;
import io.windrose.translate.scope.IstioFilter;
import io.windrose.translate.scope.ProxyTraits;
import java.util.ArrayList;
import java.util.List;

/// The application protocols that a client offers inside the mesh, by which the server tells
/// sidecars from others, and HTTP from TCP.
final class MeshAlpn {
    private static final String IN_MESH = "istio";

    /// Promises metadata ahead of the first bytes, so only who sends them may say it.
    private static final String PEER_EXCHANGE = "istio-peer-exchange";

    private MeshAlpn() {}

    /// Where the proxy has Istio's ALPN filter, that replaces these per request for HTTP; where it
    /// has not, the cluster has to say at once what that filter would. A port whose protocol is
    /// only known by its bytes then counts as TCP, which carries everything.
    static List<String> of(ProxyTraits proxy, Protocol protocol, HttpOptions.Version version) {
        if (!proxy.has(IstioFilter.ALPN) && protocol.isHttp()) {
            return switch (version) {
                case HTTP_1 -> List.of("istio-http/1.1", IN_MESH, "http/1.1");
                case HTTP_2 -> List.of("istio-h2", IN_MESH, "h2");
                case AS_DOWNSTREAM -> List.of("istio-http/1.1", IN_MESH);
            };
        }
        var offered = new ArrayList<String>();
        if (proxy.has(IstioFilter.TCP_METADATA_EXCHANGE)) {
            offered.add(PEER_EXCHANGE);
        }
        offered.add(IN_MESH);
        if (version == HttpOptions.Version.HTTP_2) {
            offered.add("h2");
        }
        return offered;
    }
}
