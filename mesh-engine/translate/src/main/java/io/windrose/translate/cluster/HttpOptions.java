package io.windrose.translate.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.KeepaliveSettings;
import io.envoyproxy.envoy.config.core.v3.UpstreamHttpProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UseDownstreamHttpConfig;
import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.resource.ConnectionPool.H2Upgrade;
import io.windrose.registry.Protocol;
import io.windrose.translate.wire.Packed;
import java.util.Optional;

/// How HTTP is spoken to a cluster.
///
/// @param version which version of HTTP
/// @param common limits of connections; empty when none is set
/// @param http2 settings of HTTP/2 connections where that is spoken
/// @param sniFromRequest whether TLS takes the server's name from the request's host
record HttpOptions(
        Version version,
        Optional<HttpProtocolOptions> common,
        Http2ProtocolOptions http2,
        boolean sniFromRequest) {
    static final String KEY = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    /// The version that upstream connections speak.
    enum Version {
        HTTP_1,
        HTTP_2,
        /// Whatever the client speaks.
        AS_DOWNSTREAM
    }

    static HttpOptions outbound(
            Protocol protocol, Optional<ConnectionPool> pool, H2Upgrade meshUpgrade) {
        var version = version(protocol, pool);
        return of(
                version == Version.HTTP_1 && upgrades(protocol, pool, meshUpgrade)
                        ? Version.HTTP_2
                        : version,
                pool);
    }

    /// Nothing is upgraded towards the application.
    static HttpOptions inbound(Protocol protocol, Optional<ConnectionPool> pool) {
        return of(version(protocol, pool), pool);
    }

    private static HttpOptions of(Version version, Optional<ConnectionPool> pool) {
        return new HttpOptions(version, common(pool), http2(version, pool), false);
    }

    private static Version version(Protocol protocol, Optional<ConnectionPool> pool) {
        if (protocol.isHttp2()) {
            return Version.HTTP_2;
        }
        boolean asClient = pool.map(limits -> limits.http().useClientProtocol()).orElse(false);
        return protocol == Protocol.SNIFFED || asClient ? Version.AS_DOWNSTREAM : Version.HTTP_1;
    }

    private static boolean upgrades(
            Protocol protocol, Optional<ConnectionPool> pool, H2Upgrade meshUpgrade) {
        var own = pool.map(limits -> limits.http().h2Upgrade()).orElse(H2Upgrade.DEFAULT);
        var effective = own == H2Upgrade.DEFAULT ? meshUpgrade : own;
        return protocol == Protocol.HTTP && effective == H2Upgrade.UPGRADE;
    }

    private static Optional<HttpProtocolOptions> common(Optional<ConnectionPool> pool) {
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        var tcp = pool.get().tcp();
        var http = pool.get().http();
        var options = HttpProtocolOptions.newBuilder();
        http.idleTimeout()
                .or(tcp::idleTimeout)
                .ifPresent(time -> options.setIdleTimeout(Wire.duration(time)));
        tcp.maxConnectionDuration()
                .ifPresent(time -> options.setMaxConnectionDuration(Wire.duration(time)));
        if (http.maxRequestsPerConnection() > 0) {
            options.setMaxRequestsPerConnection(UInt32Value.of(http.maxRequestsPerConnection()));
        }
        var built = options.build();
        return built.equals(HttpProtocolOptions.getDefaultInstance())
                ? Optional.empty()
                : Optional.of(built);
    }

    private static Http2ProtocolOptions http2(Version version, Optional<ConnectionPool> pool) {
        var options = Http2ProtocolOptions.newBuilder();
        if (version == Version.HTTP_2 && pool.isPresent()) {
            var http = pool.get().http();
            if (http.maxConcurrentStreams() > 0) {
                options.setMaxConcurrentStreams(UInt32Value.of(http.maxConcurrentStreams()));
            }
            http.http2Keepalive()
                    .ifPresent(settings -> options.setConnectionKeepalive(keepalive(settings)));
        }
        return options.build();
    }

    private static KeepaliveSettings keepalive(ConnectionPool.Http2Keepalive settings) {
        var keepalive = KeepaliveSettings.newBuilder();
        settings.interval().ifPresent(time -> keepalive.setInterval(Wire.duration(time)));
        settings.timeout().ifPresent(time -> keepalive.setTimeout(Wire.duration(time)));
        return keepalive.build();
    }

    HttpOptions withSniFromRequest() {
        return new HttpOptions(version, common, http2, true);
    }

    /// Empty when Envoy's defaults say the same: HTTP/1.1 without limits.
    Optional<Any> packed() {
        if (version == Version.HTTP_1 && common.isEmpty() && !sniFromRequest) {
            return Optional.empty();
        }
        var options =
                io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.newBuilder();
        common.ifPresent(options::setCommonHttpProtocolOptions);
        if (sniFromRequest) {
            options.setUpstreamHttpProtocolOptions(
                    UpstreamHttpProtocolOptions.newBuilder()
                            .setAutoSni(true)
                            .setAutoSanValidation(true));
        }
        switch (version) {
            case HTTP_1 ->
                    options.setExplicitHttpConfig(
                            ExplicitHttpConfig.newBuilder()
                                    .setHttpProtocolOptions(
                                            Http1ProtocolOptions.getDefaultInstance()));
            case HTTP_2 ->
                    options.setExplicitHttpConfig(
                            ExplicitHttpConfig.newBuilder().setHttp2ProtocolOptions(http2));
            case AS_DOWNSTREAM ->
                    options.setUseDownstreamProtocolConfig(
                            UseDownstreamHttpConfig.newBuilder()
                                    .setHttpProtocolOptions(
                                            Http1ProtocolOptions.getDefaultInstance())
                                    .setHttp2ProtocolOptions(http2));
        }
        return Optional.of(Packed.any(options.build()));
    }
}
