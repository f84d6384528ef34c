package io.windrose.proxy.report;

import io.windrose.proxy.done.Done;
import io.windrose.telemetry.LogEntry;
import io.windrose.telemetry.RequestOutcome;
import io.windrose.telemetry.ResponseFlags;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An ending as the access log reads it.
record DoneEntry(Done done) implements LogEntry {
    private static final long MICROS_PER_SECOND = 1_000_000;

    @Override
    public @Nullable String requestHeader(String name) {
        var request = done.request();
        var value =
                switch (name) {
                    case ":method" -> request.method();
                    case ":path" -> request.path();
                    case ":authority", "host" -> request.authority();
                    case ":scheme" -> request.scheme();
                    default -> request.header(name);
                };
        return value.isEmpty() ? null : value;
    }

    @Override
    public @Nullable String responseHeader(String name) {
        var value = done.response().headers().text(name);
        return value.isEmpty() ? null : value;
    }

    @Override
    public @Nullable String responseTrailer(String name) {
        var value = done.response().trailers().text(name);
        return value.isEmpty() ? null : value;
    }

    @Override
    public long startMicros() {
        var at = done.startedAt();
        return at.getEpochSecond() * MICROS_PER_SECOND
                + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    @Override
    public long durationNanos() {
        return done.timing().totalNanos();
    }

    @Override
    public long requestDurationNanos() {
        return done.timing().requestNanos();
    }

    @Override
    public long responseDurationNanos() {
        return done.timing().responseNanos();
    }

    @Override
    public long bytesReceived() {
        return done.request().bodyBytes();
    }

    @Override
    public long bytesSent() {
        return done.response().bodyBytes();
    }

    @Override
    public long downstreamWireBytesReceived() {
        return done.request().wireBytes();
    }

    @Override
    public long downstreamWireBytesSent() {
        return done.response().wireBytes();
    }

    @Override
    public String protocol() {
        return done.request().protocol();
    }

    @Override
    public String upstreamProtocol() {
        return done.upstream().protocol();
    }

    @Override
    public int responseCode() {
        return done.response().code();
    }

    @Override
    public String responseCodeDetails() {
        return done.response().details();
    }

    @Override
    public ResponseFlags responseFlags() {
        return done.flags();
    }

    @Override
    public String connectionTerminationDetails() {
        return done.response().terminationDetails();
    }

    @Override
    public String upstreamTransportFailureReason() {
        return done.upstream().failure();
    }

    @Override
    public @Nullable String upstreamHost() {
        return text(done.upstream().address());
    }

    @Override
    public String upstreamCluster() {
        return done.upstream().cluster();
    }

    @Override
    public @Nullable String upstreamLocalAddress() {
        return text(done.upstream().local());
    }

    @Override
    public int upstreamAttempts() {
        return done.upstream().attempts();
    }

    @Override
    public String upstreamPeerUriSan() {
        return done.upstream().tls().peerUri();
    }

    @Override
    public @Nullable String downstreamLocalAddress() {
        return text(done.downstream().local());
    }

    @Override
    public @Nullable String downstreamRemoteAddress() {
        return text(done.downstream().remote());
    }

    @Override
    public @Nullable String downstreamDirectRemoteAddress() {
        return text(done.downstream().remote());
    }

    @Override
    public String downstreamPeerUriSan() {
        return done.downstream().tls().peerUri();
    }

    @Override
    public String downstreamLocalUriSan() {
        return done.downstream().tls().localUri();
    }

    @Override
    public String downstreamPeerSubject() {
        return done.downstream().tls().peerSubject();
    }

    @Override
    public String downstreamTlsVersion() {
        return done.downstream().tls().version();
    }

    @Override
    public String downstreamTlsCipher() {
        return done.downstream().tls().cipher();
    }

    @Override
    public String requestedServerName() {
        return done.downstream().requestedServerName();
    }

    @Override
    public String routeName() {
        return done.upstream().route();
    }

    @Override
    public String filterChainName() {
        return done.filterChain();
    }

    @Override
    public long connectionId() {
        return done.downstream().connectionId();
    }

    @Override
    public int grpcStatus() {
        return GrpcStatus.number(done.response().grpcStatus());
    }

    static final class GrpcStatus {
        private static final int UNKNOWN = 2;

        private GrpcStatus() {}

        /// @param text as the header has it; what is no number counts as `UNKNOWN`
        static int number(String text) {
            if (text.isEmpty()) {
                return RequestOutcome.NO_GRPC_STATUS;
            }
            return text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Integer.parseInt(text)
                    : UNKNOWN;
        }
    }

    private static @Nullable String text(@Nullable InetSocketAddress address) {
        if (address == null || address.getAddress() == null) {
            return null;
        }
        var host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }
}
