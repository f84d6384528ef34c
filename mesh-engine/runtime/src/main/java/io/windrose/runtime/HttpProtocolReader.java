package io.windrose.runtime;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.windrose.traffic.cluster.Http2Settings;
import io.windrose.traffic.cluster.HttpProtocol;
import io.windrose.traffic.cluster.HttpProtocol.Choice;
import java.time.Duration;

/// Which HTTP a cluster's hosts are spoken to with.
final class HttpProtocolReader {
    private static final String EXTENSION =
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    /// @param autoSni whether the request's host is sent as server name
    /// @param autoSanCheck whether the certificate must be for that host
    record Options(HttpProtocol http, boolean autoSni, boolean autoSanCheck) {}

    private final Refusals refusals;

    HttpProtocolReader(Refusals refusals) {
        this.refusals = refusals;
    }

    @SuppressWarnings("deprecation") // the cluster's own field is how older files ask for HTTP/2
    Options options(Cluster cluster) {
        var any = cluster.getTypedExtensionProtocolOptionsMap().get(EXTENSION);
        if (any == null) {
            return new Options(
                    http(
                            cluster.hasHttp2ProtocolOptions() ? Choice.HTTP2 : Choice.HTTP1,
                            cluster.getCommonHttpProtocolOptions(),
                            cluster.getHttp2ProtocolOptions(),
                            cluster.getHttpProtocolOptions()),
                    false,
                    false);
        }
        var options =
                TypedConfig.of(any, refusals)
                        .as(
                                io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                                        .getDefaultInstance(),
                                refusals);
        var upstream = options.getUpstreamHttpProtocolOptions();
        var common = options.getCommonHttpProtocolOptions();
        return new Options(
                switch (options.getUpstreamProtocolOptionsCase()) {
                    case EXPLICIT_HTTP_CONFIG -> {
                        var explicit = options.getExplicitHttpConfig();
                        refusals.unsupported(explicit.hasHttp3ProtocolOptions(), "HTTP/3");
                        yield http(
                                explicit.hasHttp2ProtocolOptions() ? Choice.HTTP2 : Choice.HTTP1,
                                common,
                                explicit.getHttp2ProtocolOptions(),
                                explicit.getHttpProtocolOptions());
                    }
                    case USE_DOWNSTREAM_PROTOCOL_CONFIG -> {
                        var downstream = options.getUseDownstreamProtocolConfig();
                        yield http(
                                Choice.AS_DOWNSTREAM,
                                common,
                                downstream.getHttp2ProtocolOptions(),
                                downstream.getHttpProtocolOptions());
                    }
                    case AUTO_CONFIG -> {
                        var auto = options.getAutoConfig();
                        refusals.unsupported(auto.hasHttp3ProtocolOptions(), "HTTP/3");
                        yield http(
                                Choice.BY_ALPN,
                                common,
                                auto.getHttp2ProtocolOptions(),
                                auto.getHttpProtocolOptions());
                    }
                    case UPSTREAMPROTOCOLOPTIONS_NOT_SET ->
                            http(
                                    Choice.HTTP1,
                                    common,
                                    Http2ProtocolOptions.getDefaultInstance(),
                                    Http1ProtocolOptions.getDefaultInstance());
                },
                upstream.getAutoSni(),
                upstream.getAutoSanValidation());
    }

    static Http2Settings http2(Http2ProtocolOptions options) {
        var otherwise = Http2Settings.DEFAULT;
        return new Http2Settings(
                Scalars.number(
                        options.hasMaxConcurrentStreams(),
                        options.getMaxConcurrentStreams(),
                        otherwise.maxConcurrentStreams()),
                Scalars.number(
                        options.hasInitialStreamWindowSize(),
                        options.getInitialStreamWindowSize(),
                        otherwise.streamWindow()),
                Scalars.number(
                        options.hasInitialConnectionWindowSize(),
                        options.getInitialConnectionWindowSize(),
                        otherwise.connectionWindow()));
    }

    private static HttpProtocol http(
            Choice choice,
            HttpProtocolOptions common,
            Http2ProtocolOptions http2,
            Http1ProtocolOptions http1) {
        return new HttpProtocol(
                choice,
                Scalars.duration(
                        common.hasIdleTimeout(),
                        common.getIdleTimeout(),
                        HttpProtocol.DEFAULT_IDLE),
                Scalars.duration(
                        common.hasMaxConnectionDuration(),
                        common.getMaxConnectionDuration(),
                        Duration.ZERO),
                Scalars.number(
                        common.hasMaxRequestsPerConnection(),
                        common.getMaxRequestsPerConnection(),
                        0),
                http2(http2),
                http1.getHeaderKeyFormat().hasStatefulFormatter());
    }
}
