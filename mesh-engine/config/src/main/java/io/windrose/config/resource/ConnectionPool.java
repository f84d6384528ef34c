package io.windrose.config.resource;

import java.time.Duration;
import java.util.Optional;

/// Limits on connections to one service. A number of 0 means that nothing is set.
public record ConnectionPool(Tcp tcp, Http http) {

    public record Tcp(
            int maxConnections,
            Optional<Duration> connectTimeout,
            Optional<TcpKeepalive> keepalive,
            Optional<Duration> maxConnectionDuration,
            Optional<Duration> idleTimeout) {
        public static final Tcp NONE =
                new Tcp(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param probes 0 for the operating system's default
    public record TcpKeepalive(int probes, Optional<Duration> time, Optional<Duration> interval) {}

    public record Http(
            int http1MaxPendingRequests,
            int http2MaxRequests,
            int maxRequestsPerConnection,
            int maxRetries,
            Optional<Duration> idleTimeout,
            H2Upgrade h2Upgrade,
            boolean useClientProtocol,
            int maxConcurrentStreams,
            Optional<Http2Keepalive> http2Keepalive) {
        public static final Http NONE =
                new Http(
                        0,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        H2Upgrade.DEFAULT,
                        false,
                        0,
                        Optional.empty());
    }

    public record Http2Keepalive(Optional<Duration> interval, Optional<Duration> timeout) {}

    /// Whether HTTP/1.1 requests travel as HTTP/2; `DEFAULT` leaves it to the mesh.
    public enum H2Upgrade {
        DEFAULT,
        DO_NOT_UPGRADE,
        UPGRADE
    }
}
