package io.windrose.proxy.exchange;

import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.upstream.Target;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import java.util.List;

/// What is spoken with a host, and what its TLS handshake offers.
final class TargetChoice {

    private TargetChoice() {}

    /// @param clientProtocol what the client speaks with us, e.g. `HTTP/2`
    static Target of(
            Cluster cluster,
            Endpoint endpoint,
            HttpPlan plan,
            Head.Request head,
            String clientProtocol) {
        var speech = speech(cluster, clientProtocol);
        if (head.headers().contains(HeaderNames.UPGRADE)) {
            speech = Target.Speech.HTTP1; // RFC 8441 would do it over HTTP/2; few servers know it
        }
        return new Target(
                endpoint,
                speech,
                alpn(cluster, endpoint, plan, speech),
                serverName(endpoint, head));
    }

    private static Target.Speech speech(Cluster cluster, String clientProtocol) {
        return switch (cluster.http().choice()) {
            case HTTP1 -> Target.Speech.HTTP1;
            case HTTP2 -> Target.Speech.HTTP2;
            case BY_ALPN -> Target.Speech.BY_ALPN;
            case AS_DOWNSTREAM ->
                    clientProtocol.equals("HTTP/2") ? Target.Speech.HTTP2 : Target.Speech.HTTP1;
        };
    }

    /// Istio's `istio.alpn`: the names tell the other proxy which chain to take.
    private static List<String> alpn(
            Cluster cluster, Endpoint endpoint, HttpPlan plan, Target.Speech speech) {
        if (plan.alpn() == null || endpoint.tls() == null || !cluster.alpnByDownstream()) {
            return List.of();
        }
        return speech == Target.Speech.HTTP2 ? plan.alpn().http2() : plan.alpn().http11();
    }

    private static String serverName(Endpoint endpoint, Head.Request head) {
        var tls = endpoint.tls();
        if (tls == null || !tls.autoSni()) {
            return "";
        }
        var host = head.authority().toString();
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
