package io.windrose.proxy.done;

import io.windrose.proxy.http.Headers;
import io.windrose.telemetry.ResponseFlags;
import io.windrose.traffic.cluster.ServiceName;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one request, or one relayed TCP connection, ended. Every path through the data plane
/// produces exactly one, on the event loop of the downstream connection.
///
/// Texts are empty, never null, for what did not come to pass.
///
/// @param listener the listener's xDS name
/// @param filterChain the name of its filter chain, empty when it has none
/// @param startedAt when the request's head, or the connection, had arrived
public record Done(
        Kind kind,
        Direction direction,
        String listener,
        String filterChain,
        Instant startedAt,
        Downstream downstream,
        Request request,
        Response response,
        Upstream upstream,
        Timing timing,
        ResponseFlags flags) {

    public enum Kind {
        HTTP,
        GRPC,
        TCP
    }

    /// The listener's xDS `traffic_direction`; gateways are OUTBOUND.
    public enum Direction {
        INBOUND,
        OUTBOUND,
        UNSPECIFIED
    }

    /// @param local the address that the client meant: the original destination where restored
    /// @param peer what the client's proxy said of itself; known only on inbound listeners
    public record Downstream(
            long connectionId,
            InetSocketAddress remote,
            InetSocketAddress local,
            String requestedServerName,
            TlsFacts tls,
            PeerMetadata peer) {}

    /// @param protocol `HTTP/1.1`, `HTTP/2`; empty for TCP
    /// @param path with query, as the client sent it, before any rewriting
    /// @param headers as they were sent on, lower-case names; read only
    /// @param bodyBytes for TCP all bytes received from the client
    /// @param wireBytes head and body as received, without TLS; Istio's `istio_request_bytes`
    /// @param messages gRPC messages; 0 for others
    public record Request(
            String protocol,
            String method,
            String scheme,
            String authority,
            String path,
            Headers headers,
            long bodyBytes,
            long wireBytes,
            long messages) {

        /// @return the first value, or empty
        public String header(String lowerCaseName) {
            return headers.text(lowerCaseName);
        }
    }

    /// @param code 0 when the client received no head
    /// @param details Envoy's `%RESPONSE_CODE_DETAILS%`, e.g. `via_upstream`
    /// @param terminationDetails Envoy's `%CONNECTION_TERMINATION_DETAILS%`
    /// @param headers as sent to the client; read only
    /// @param grpcStatus number, from trailers, else headers; empty when not gRPC or never told
    /// @param bodyBytes for TCP all bytes sent to the client
    public record Response(
            int code,
            String details,
            String terminationDetails,
            Headers headers,
            Headers trailers,
            String grpcStatus,
            long bodyBytes,
            long wireBytes,
            long messages) {}

    /// Of several attempts, the last.
    ///
    /// @param address null while no endpoint was picked
    /// @param local our end of the connection; null while there was none
    /// @param peer what the server's proxy said of itself; known only on outbound listeners
    /// @param workload the endpoint's metadata `istio.workload`,
    ///   `name;namespace;canonical;revision;cluster`
    /// @param protocol `HTTP/1.1`, `HTTP/2`; empty for TCP
    /// @param failure why the transport failed; Envoy's `%UPSTREAM_TRANSPORT_FAILURE_REASON%`
    /// @param attempts 0 when no endpoint was asked
    public record Upstream(
            String route,
            String virtualHost,
            String cluster,
            ServiceName service,
            @Nullable InetSocketAddress address,
            @Nullable InetSocketAddress local,
            TlsFacts tls,
            PeerMetadata peer,
            String workload,
            String protocol,
            String failure,
            int attempts) {}

    /// @param totalNanos from the request's head to the last byte sent
    /// @param requestNanos to the last byte of the request received; -1 when it never came
    /// @param responseNanos to the first byte received from upstream; -1 when none came
    /// @param upstreamServiceMillis what `x-envoy-upstream-service-time` said; -1 when it did not
    public record Timing(
            long totalNanos, long requestNanos, long responseNanos, long upstreamServiceMillis) {}
}
