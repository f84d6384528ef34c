package io.windrose.traffic.listener;

import io.windrose.traffic.cluster.Http2Settings;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.route.RouteTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How connections of HTTP are managed. A duration of zero means no limit.
///
/// @param filters in order; the last is the router
/// @param serverName for the `server` header
/// @param via appended to the `via` header; empty for none
/// @param upgrades protocols in lower case to which a client may switch, e.g. `websocket`
/// @param forward100 whether `expect: 100-continue` goes on to the host instead of being answered
/// @param tracing null when no trace decision is made here
public record HttpConnection(
        String statPrefix,
        Codec codec,
        Routes routes,
        List<HttpFilter> filters,
        Paths paths,
        Client client,
        Certificate certificate,
        Timeouts timeouts,
        Limits limits,
        Http2Settings http2,
        String serverName,
        ServerHeader serverHeader,
        String via,
        RequestId requestId,
        Set<String> upgrades,
        boolean forward100,
        boolean acceptHttp10,
        boolean preserveHeaderCase,
        List<AccessLog> accessLogs,
        @Nullable Tracing tracing)
        implements Terminal {

    public HttpConnection {
        filters = List.copyOf(filters);
        upgrades = Set.copyOf(upgrades);
        accessLogs = List.copyOf(accessLogs);
    }

    /// Which version clients speak; `AUTO` finds out.
    public enum Codec {
        AUTO,
        HTTP1,
        HTTP2
    }

    /// Where the routes are.
    public sealed interface Routes {}

    public record Inline(RouteTable table) implements Routes {}

    /// @param name a table of the same snapshot
    public record Named(String name) implements Routes {}

    /// What is done to paths before anybody looks at them.
    ///
    /// @param normalize resolve dot segments, decode what needs no encoding
    public record Paths(boolean normalize, boolean mergeSlashes, EscapedSlashes escapedSlashes) {}

    /// What becomes of `%2F` and `%5C`.
    public enum EscapedSlashes {
        KEEP,
        REJECT,
        UNESCAPE_AND_REDIRECT,
        UNESCAPE_AND_FORWARD
    }

    /// Who the client is.
    ///
    /// @param useRemoteAddress we are the edge: the peer's address counts, and is appended
    /// @param trustedHops how many proxies in front of us are believed
    /// @param keepForwardedFor whether `x-forwarded-for` is left alone at the edge
    /// @param appendPort whether `x-forwarded-port` is set
    public record Client(
            boolean useRemoteAddress,
            int trustedHops,
            boolean keepForwardedFor,
            boolean appendPort) {}

    /// What the host learns of the client's certificate in `x-forwarded-client-cert`.
    public record Certificate(
            Forwarding forwarding,
            boolean subject,
            boolean uri,
            boolean dns,
            boolean cert,
            boolean chain) {}

    /// What becomes of an `x-forwarded-client-cert` that came.
    public enum Forwarding {
        SANITIZE,
        FORWARD_ONLY,
        APPEND_FORWARD,
        SANITIZE_SET,
        ALWAYS_FORWARD_ONLY
    }

    /// @param idle of a connection without requests
    /// @param streamIdle of a request without progress
    /// @param request for all of a request to arrive
    /// @param headers for the head of a request to arrive
    /// @param stream for a request and its response
    /// @param drain between saying that we leave and leaving
    public record Timeouts(
            Duration idle,
            Duration streamIdle,
            Duration request,
            Duration headers,
            Duration connection,
            Duration stream,
            Duration drain,
            Duration delayedClose) {

        /// Envoy's settings where the configuration gives none.
        public static final Timeouts DEFAULT =
                new Timeouts(
                        Duration.ofHours(1),
                        Duration.ofMinutes(5),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1));
    }

    /// @param requestsPerConnection 0 for unlimited
    public record Limits(
            int headerKilobytes,
            int headerCount,
            int requestsPerConnection,
            Underscores underscores) {

        /// Envoy's settings where the configuration gives none.
        public static final Limits DEFAULT = new Limits(60, 100, 0, Underscores.ALLOW);
    }

    /// What becomes of headers with an underscore in their name.
    public enum Underscores {
        ALLOW,
        REJECT_REQUEST,
        DROP_HEADER
    }

    /// What becomes of a `server` header that comes from the host.
    public enum ServerHeader {
        OVERWRITE,
        APPEND_IF_ABSENT,
        PASS_THROUGH
    }

    /// @param generate an id for requests without one
    /// @param preserveExternal keep one that comes from outside
    /// @param inResponse send it back
    public record RequestId(boolean generate, boolean preserveExternal, boolean inResponse) {}

    /// Which requests are traced.
    ///
    /// @param client of those whose client forces it
    /// @param random of those without a decision
    /// @param overall of all of these in the end
    public record Tracing(Fraction client, Fraction random, Fraction overall) {}
}
