package io.windrose.proxy.report;

import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.http.Headers;
import io.windrose.telemetry.ResponseFlags;
import io.windrose.traffic.cluster.ServiceName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/// Endings of one request from productpage to reviews, as either proxy sees it.
final class Endings {
    static final PeerMetadata PRODUCTPAGE = peer("productpage", "v1");
    static final PeerMetadata REVIEWS = peer("reviews", "v2");
    static final String ACCOUNTS = "spiffe://cluster.local/ns/default/sa/bookinfo-";

    private Endings() {}

    static Done outbound(int code, ResponseFlags flags) {
        return done(
                Done.Direction.OUTBOUND,
                "0.0.0.0_9080",
                downstream(TlsFacts.PLAINTEXT, PeerMetadata.UNKNOWN),
                upstream(tls("productpage", "reviews"), REVIEWS, ""),
                code,
                flags);
    }

    /// The same as long as nobody has introduced himself.
    static Done refused(String workload) {
        return done(
                Done.Direction.OUTBOUND,
                "0.0.0.0_9080",
                downstream(TlsFacts.PLAINTEXT, PeerMetadata.UNKNOWN),
                upstream(TlsFacts.PLAINTEXT, PeerMetadata.UNKNOWN, workload),
                503,
                ResponseFlags.NONE);
    }

    static Done inbound() {
        return done(
                Done.Direction.INBOUND,
                "virtualInbound",
                downstream(tls("reviews", "productpage"), PRODUCTPAGE),
                upstream(TlsFacts.PLAINTEXT, PeerMetadata.UNKNOWN, ""),
                200,
                ResponseFlags.NONE);
    }

    static Done plain() {
        return done(
                Done.Direction.INBOUND,
                "virtualInbound",
                downstream(TlsFacts.PLAINTEXT, PeerMetadata.UNKNOWN),
                upstream(TlsFacts.PLAINTEXT, PeerMetadata.UNKNOWN, ""),
                200,
                ResponseFlags.NONE);
    }

    private static Done done(
            Done.Direction direction,
            String listener,
            Done.Downstream downstream,
            Done.Upstream upstream,
            int code,
            ResponseFlags flags) {
        return new Done(
                Done.Kind.HTTP,
                direction,
                listener,
                "",
                Instant.parse("2026-11-21T12:00:00.5Z"),
                downstream,
                new Done.Request(
                        "HTTP/1.1",
                        "GET",
                        "http",
                        "reviews:9080",
                        "/reviews/0",
                        Headers.of("user-agent", "curl", "x-request-id", "id"),
                        0,
                        120,
                        0),
                new Done.Response(
                        code,
                        code == 200 ? "via_upstream" : "fault_filter_abort",
                        "",
                        Headers.of("x-envoy-upstream-service-time", "4"),
                        new Headers(),
                        "",
                        379,
                        480,
                        0),
                upstream,
                new Done.Timing(7_000_000, 1_000_000, 5_000_000, 4),
                flags);
    }

    private static Done.Downstream downstream(TlsFacts tls, PeerMetadata peer) {
        return new Done.Downstream(1, address(50000), address(9080), "", tls, peer);
    }

    private static Done.Upstream upstream(TlsFacts tls, PeerMetadata peer, String workload) {
        return new Done.Upstream(
                "default",
                "reviews.default.svc.cluster.local:9080",
                "outbound|9080||reviews.default.svc.cluster.local",
                new ServiceName("reviews.default.svc.cluster.local", "reviews", "default"),
                address(9081),
                address(40000),
                tls,
                peer,
                workload,
                "HTTP/2",
                "",
                1);
    }

    private static TlsFacts tls(String local, String peer) {
        return new TlsFacts(
                "TLSv1.3",
                "TLS_AES_128_GCM_SHA256",
                ACCOUNTS + local,
                ACCOUNTS + peer,
                "",
                "",
                "",
                "istio-http/1.1");
    }

    private static PeerMetadata peer(String app, String version) {
        return new PeerMetadata(
                app + "-" + version,
                "default",
                app + "-" + version,
                "Kubernetes",
                app,
                version,
                app,
                version,
                "");
    }

    private static InetSocketAddress address(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
