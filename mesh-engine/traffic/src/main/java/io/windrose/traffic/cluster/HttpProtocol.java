package io.windrose.traffic.cluster;

import java.time.Duration;

/// Which HTTP is spoken with a cluster's hosts.
///
/// @param idleTimeout of a connection without requests; zero for never
/// @param maxConnectionDuration zero for unlimited
/// @param maxRequestsPerConnection 0 for unlimited
/// @param http2 used where HTTP/2 is spoken
/// @param preserveHeaderCase HTTP/1 names keep the case they came in
public record HttpProtocol(
        Choice choice,
        Duration idleTimeout,
        Duration maxConnectionDuration,
        int maxRequestsPerConnection,
        Http2Settings http2,
        boolean preserveHeaderCase) {

    /// Who decides on the version.
    public enum Choice {
        HTTP1,
        HTTP2,
        /// The version the client speaks with us.
        AS_DOWNSTREAM,
        /// What the TLS handshake agrees on.
        BY_ALPN
    }

    public static final Duration DEFAULT_IDLE = Duration.ofHours(1);

    public static final HttpProtocol DEFAULT =
            new HttpProtocol(
                    Choice.HTTP1, DEFAULT_IDLE, Duration.ZERO, 0, Http2Settings.DEFAULT, false);
}
