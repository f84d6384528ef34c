package io.windrose.proxy.tcp;

import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.done.TcpProgress;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.exchange.Link;
import io.windrose.proxy.http.Headers;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.telemetry.ResponseFlags;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.ServiceName;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Collects what there will be to say of a relayed connection.
final class TcpTally {
    private static final Headers NO_HEADERS = new Headers();

    private final Link link;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private PeerMetadata downstreamPeer = PeerMetadata.UNKNOWN;
    private PeerMetadata upstreamPeer = PeerMetadata.UNKNOWN;
    private long received;
    private long sent;
    private long reportedReceived;
    private long reportedSent;
    private ResponseFlags flags = ResponseFlags.NONE;
    private String termination = "";
    private String cluster = "";
    private ServiceName service = ServiceName.NONE;
    private @Nullable InetSocketAddress host;
    private @Nullable InetSocketAddress local;
    private TlsFacts upstreamTls = TlsFacts.PLAINTEXT;
    private String workload = "";
    private String failure = "";
    private int attempts;

    TcpTally(Link link, Instant startedAt) {
        this.link = link;
        this.startedAt = startedAt;
    }

    void received(int bytes) {
        received += bytes;
    }

    void sent(int bytes) {
        sent += bytes;
    }

    void downstreamPeer(PeerMetadata peer) {
        downstreamPeer = peer;
    }

    void upstreamPeer(PeerMetadata peer) {
        upstreamPeer = peer;
    }

    void flag(ResponseFlag flag) {
        flags = flags.with(flag);
    }

    void termination(String details) {
        termination = details;
    }

    void failure(String reason) {
        failure = reason;
    }

    void cluster(String name, @Nullable Cluster known) {
        cluster = name;
        if (known != null && !known.services().isEmpty()) {
            service = known.services().getFirst();
        }
    }

    void attempt(Endpoint endpoint) {
        attempts++;
        workload = endpoint.workload();
    }

    int attempts() {
        return attempts;
    }

    void connected(
            @Nullable InetSocketAddress remoteAddress,
            @Nullable InetSocketAddress localAddress,
            TlsFacts tls) {
        host = remoteAddress;
        local = localAddress;
        upstreamTls = tls;
    }

    TcpProgress progress(TcpProgress.Stage stage) {
        var progress =
                new TcpProgress(stage, done(), received - reportedReceived, sent - reportedSent);
        reportedReceived = received;
        reportedSent = sent;
        return progress;
    }

    Done done() {
        return new Done(
                Done.Kind.TCP,
                link.direction(),
                link.listener().name(),
                link.chain().name(),
                startedAt,
                new Done.Downstream(
                        link.id(),
                        link.remote(),
                        link.local(),
                        link.serverName(),
                        link.tls(),
                        downstreamPeer),
                new Done.Request("", "", "", "", "", NO_HEADERS, received, received, 0),
                new Done.Response(0, "", termination, NO_HEADERS, NO_HEADERS, "", sent, sent, 0),
                new Done.Upstream(
                        "",
                        "",
                        cluster,
                        service,
                        host,
                        local,
                        upstreamTls,
                        upstreamPeer,
                        workload,
                        "",
                        failure,
                        attempts),
                new Done.Timing(System.nanoTime() - startedNanos, -1, -1, -1),
                flags);
    }
}
