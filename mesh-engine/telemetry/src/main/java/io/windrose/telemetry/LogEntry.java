package io.windrose.telemetry;

import org.jspecify.annotations.Nullable;

/// What the access log can say of one finished request or connection.
///
/// Read on the thread that finished it and not kept. A null, a negative number or an empty set of
/// flags means that there is nothing to say, which the log prints as `-`. Addresses are
/// `127.0.0.1:9080`, times are counted from the first byte of the request.
public interface LogEntry {

    /// @param name in lower case; `:method`, `:path`, `:authority` and `:scheme` are headers too
    default @Nullable String requestHeader(String name) {
        return null;
    }

    default @Nullable String responseHeader(String name) {
        return null;
    }

    default @Nullable String responseTrailer(String name) {
        return null;
    }

    /// Microseconds since the epoch.
    long startMicros();

    long durationNanos();

    /// Until the last byte of the request had arrived.
    default long requestDurationNanos() {
        return -1;
    }

    /// Until the first byte of the upstream's answer arrived.
    default long responseDurationNanos() {
        return -1;
    }

    /// Body bytes; for connections all bytes.
    long bytesReceived();

    long bytesSent();

    default long downstreamWireBytesReceived() {
        return -1;
    }

    default long downstreamWireBytesSent() {
        return -1;
    }

    /// `HTTP/1.1`, `HTTP/2`; null for plain connections.
    default @Nullable String protocol() {
        return null;
    }

    default @Nullable String upstreamProtocol() {
        return null;
    }

    /// 0 when there was no answer, which is also what the log prints.
    default int responseCode() {
        return 0;
    }

    /// `via_upstream`, `route_not_found`, ...
    default @Nullable String responseCodeDetails() {
        return null;
    }

    default ResponseFlags responseFlags() {
        return ResponseFlags.NONE;
    }

    default @Nullable String connectionTerminationDetails() {
        return null;
    }

    default @Nullable String upstreamTransportFailureReason() {
        return null;
    }

    default @Nullable String upstreamHost() {
        return null;
    }

    default @Nullable String upstreamCluster() {
        return null;
    }

    default @Nullable String upstreamLocalAddress() {
        return null;
    }

    /// How often the request was sent upstream; 0 when it never was.
    default int upstreamAttempts() {
        return 0;
    }

    default @Nullable String upstreamPeerUriSan() {
        return null;
    }

    default @Nullable String downstreamLocalAddress() {
        return null;
    }

    /// The client as trusted headers tell it, which may be another than the connection's other end.
    default @Nullable String downstreamRemoteAddress() {
        return null;
    }

    default @Nullable String downstreamDirectRemoteAddress() {
        return null;
    }

    default @Nullable String downstreamPeerUriSan() {
        return null;
    }

    default @Nullable String downstreamLocalUriSan() {
        return null;
    }

    default @Nullable String downstreamPeerSubject() {
        return null;
    }

    default @Nullable String downstreamTlsVersion() {
        return null;
    }

    default @Nullable String downstreamTlsCipher() {
        return null;
    }

    default @Nullable String requestedServerName() {
        return null;
    }

    default @Nullable String routeName() {
        return null;
    }

    default @Nullable String filterChainName() {
        return null;
    }

    default @Nullable String traceId() {
        return null;
    }

    default long connectionId() {
        return -1;
    }

    default int grpcStatus() {
        return RequestOutcome.NO_GRPC_STATUS;
    }
}
