package io.windrose.config.decode;

import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;

/// The `connectionPool` of a DestinationRule or a Sidecar.
final class ConnectionPools {
    private static final long MOST = Integer.MAX_VALUE;

    private ConnectionPools() {}

    static ConnectionPool decode(Fields fields) {
        if (!fields.has("tcp") && !fields.has("http")) {
            fields.error(Codes.MISSING, "A connection pool needs `tcp` or `http`.");
        }
        return new ConnectionPool(
                fields.section("tcp", ConnectionPools::tcp).orElse(ConnectionPool.Tcp.NONE),
                fields.section("http", ConnectionPools::http).orElse(ConnectionPool.Http.NONE));
    }

    private static ConnectionPool.Tcp tcp(Fields fields) {
        return new ConnectionPool.Tcp(
                fields.integer("maxConnections", 0, MOST),
                fields.duration("connectTimeout"),
                fields.section("tcpKeepalive", ConnectionPools::keepalive),
                fields.duration("maxConnectionDuration"),
                fields.duration("idleTimeout", Durations.ZERO_OR_MORE));
    }

    static ConnectionPool.TcpKeepalive keepalive(Fields fields) {
        return new ConnectionPool.TcpKeepalive(
                fields.integer("probes", 0, MOST),
                fields.duration("time"),
                fields.duration("interval"));
    }

    private static ConnectionPool.Http http(Fields fields) {
        var http =
                new ConnectionPool.Http(
                        fields.integer("http1MaxPendingRequests", 0, MOST),
                        fields.integer("http2MaxRequests", 0, MOST),
                        fields.integer("maxRequestsPerConnection", 0, MOST),
                        fields.integer("maxRetries", 0, MOST),
                        fields.duration("idleTimeout"),
                        fields.choice("h2UpgradePolicy", ConnectionPool.H2Upgrade.DEFAULT),
                        fields.flag("useClientProtocol"),
                        fields.integer("maxConcurrentStreams", 0, MOST),
                        fields.section("http2KeepAlive", ConnectionPools::http2Keepalive));
        if (http.useClientProtocol() && http.h2Upgrade() == ConnectionPool.H2Upgrade.UPGRADE) {
            fields.error(
                    Codes.CONTRADICTION,
                    "useClientProtocol",
                    "`useClientProtocol` and `h2UpgradePolicy: UPGRADE` exclude one another.");
        }
        return http;
    }

    private static ConnectionPool.Http2Keepalive http2Keepalive(Fields fields) {
        return new ConnectionPool.Http2Keepalive(
                fields.duration("interval"), fields.duration("timeout"));
    }
}
