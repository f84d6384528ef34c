package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.telemetry.ResponseFlags;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.ServiceName;
import io.windrose.traffic.route.RouteFacts;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Collects what there will be to say of a request, and says it as a [Done].
final class Tally {
    private static final Headers NO_HEADERS = new Headers();

    private final Link link;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final String protocol;
    private final String path;
    private final GrpcMessages requestMessages = new GrpcMessages();
    private final GrpcMessages responseMessages = new GrpcMessages();
    private Head.Request head;
    private final boolean grpc;
    private PeerMetadata downstreamPeer = PeerMetadata.UNKNOWN;
    private long requestNanos = -1;
    private long responseNanos = -1;
    private long requestBytes;
    private long responseBytes;
    private ResponseFlags flags = ResponseFlags.NONE;
    private int code;
    private String details = "";
    private Headers responseHeaders = NO_HEADERS;
    private Headers trailers = NO_HEADERS;
    private String grpcStatus = "";
    private RouteFacts route = RouteFacts.NONE;
    private String cluster = "";
    private ServiceName service = ServiceName.NONE;
    private @Nullable InetSocketAddress host;
    private @Nullable InetSocketAddress local;
    private TlsFacts upstreamTls = TlsFacts.PLAINTEXT;
    private PeerMetadata upstreamPeer = PeerMetadata.UNKNOWN;
    private String workload = "";
    private String upstreamProtocol = "";
    private String failure = "";
    private int attempts;
    private long serviceMillis = -1;

    Tally(Link link, Head.Request head, String protocol, Instant startedAt) {
        this.link = link;
        this.head = head;
        this.protocol = protocol;
        this.startedAt = startedAt;
        path = head.path().toString();
        var type = head.headers().get(HeaderNames.CONTENT_TYPE);
        grpc = type != null && type.startsWith("application/grpc");
    }

    boolean isGrpc() {
        return grpc;
    }

    long elapsedNanos() {
        return System.nanoTime() - startedNanos;
    }

    void request(Head.Request prepared) {
        head = prepared;
    }

    void downstreamPeer(PeerMetadata peer) {
        downstreamPeer = peer;
    }

    void route(RouteFacts facts) {
        route = facts;
    }

    void cluster(Cluster known) {
        cluster = known.name();
        if (!known.services().isEmpty()) {
            service = known.services().getFirst();
        }
    }

    void attempt() {
        attempts++;
    }

    void host(Endpoint endpoint, InetSocketAddress address) {
        host = address;
        workload = endpoint.workload();
        local = null;
        upstreamTls = TlsFacts.PLAINTEXT;
        upstreamProtocol = "";
        failure = "";
    }

    int attempts() {
        return attempts;
    }

    void connected(@Nullable InetSocketAddress localAddress, TlsFacts tls, String spoken) {
        local = localAddress;
        upstreamTls = tls;
        upstreamProtocol = spoken;
    }

    void failure(String reason) {
        failure = reason;
    }

    void upstreamPeer(PeerMetadata peer) {
        upstreamPeer = peer;
    }

    void serviceMillis(long millis) {
        serviceMillis = millis;
    }

    void requestData(ByteBuf data) {
        requestBytes += data.readableBytes();
        if (grpc) {
            requestMessages.see(data);
        }
    }

    void responseData(ByteBuf data) {
        responseBytes += data.readableBytes();
        if (grpc) {
            responseMessages.see(data);
        }
    }

    void requestEnded() {
        requestNanos = elapsedNanos();
    }

    void upstreamAnswered() {
        if (responseNanos < 0) {
            responseNanos = elapsedNanos();
        }
    }

    void flag(ResponseFlag flag) {
        flags = flags.with(flag);
    }

    void flags(ResponseFlags more) {
        flags = new ResponseFlags(flags.bits() | more.bits());
    }

    void details(String text) {
        details = text;
    }

    void response(int status, Headers headers) {
        code = status;
        responseHeaders = headers;
        grpcStatus(headers);
    }

    void trailers(Headers received) {
        trailers = received;
        grpcStatus(received);
    }

    private void grpcStatus(Headers from) {
        var status = grpc ? from.get(HeaderNames.GRPC_STATUS) : null;
        if (status != null) {
            grpcStatus = status.toString();
        }
    }

    Done done(HttpStream stream) {
        return done(stream.bytesReceived(), stream.bytesSent());
    }

    /// A request of which not even the head could be read.
    Done refused(int status, String why) {
        code = status;
        details = why;
        flag(ResponseFlag.DOWNSTREAM_PROTOCOL_ERROR);
        return done(0, 0);
    }

    private Done done(long wireReceived, long wireSent) {
        return new Done(
                grpc ? Done.Kind.GRPC : Done.Kind.HTTP,
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
                new Done.Request(
                        protocol,
                        head.method().toString(),
                        head.scheme().toString(),
                        head.authority().toString(),
                        path,
                        head.headers(),
                        requestBytes,
                        wireReceived,
                        requestMessages.count()),
                new Done.Response(
                        code,
                        details,
                        "",
                        responseHeaders,
                        trailers,
                        grpcStatus,
                        responseBytes,
                        wireSent,
                        responseMessages.count()),
                new Done.Upstream(
                        route.name(),
                        route.virtualHost(),
                        cluster,
                        service,
                        host,
                        local,
                        upstreamTls,
                        upstreamPeer,
                        workload,
                        upstreamProtocol,
                        failure,
                        attempts),
                new Done.Timing(elapsedNanos(), requestNanos, responseNanos, serviceMillis),
                flags);
    }
}
