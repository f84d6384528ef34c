package io.windrose.runtime;

import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.HeadersWithUnderscoresAction;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.HttpConnection.Certificate;
import io.windrose.traffic.listener.HttpConnection.Client;
import io.windrose.traffic.listener.HttpConnection.Codec;
import io.windrose.traffic.listener.HttpConnection.EscapedSlashes;
import io.windrose.traffic.listener.HttpConnection.Forwarding;
import io.windrose.traffic.listener.HttpConnection.Limits;
import io.windrose.traffic.listener.HttpConnection.Paths;
import io.windrose.traffic.listener.HttpConnection.RequestId;
import io.windrose.traffic.listener.HttpConnection.Routes;
import io.windrose.traffic.listener.HttpConnection.ServerHeader;
import io.windrose.traffic.listener.HttpConnection.Timeouts;
import io.windrose.traffic.listener.HttpConnection.Tracing;
import io.windrose.traffic.listener.HttpConnection.Underscores;
import io.windrose.traffic.listener.HttpFilter;
import io.windrose.traffic.match.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Connection managers of HTTP.
final class HttpReader {
    private static final String SERVER_NAME = "envoy";

    private final Refusals refusals;

    HttpReader(Refusals refusals) {
        this.refusals = refusals;
    }

    HttpConnection connection(HttpConnectionManager manager) {
        refusals.unsupported(manager.hasLocalReplyConfig(), "a local reply configuration");
        refusals.unsupported(
                manager.getOriginalIpDetectionExtensionsCount() > 0,
                "an extension that detects the client's address");
        var http1 = manager.getHttpProtocolOptions();
        return new HttpConnection(
                manager.getStatPrefix(),
                codec(manager),
                routes(manager),
                filters(manager),
                new Paths(
                        manager.getNormalizePath().getValue(),
                        manager.getMergeSlashes(),
                        escapedSlashes(manager)),
                new Client(
                        manager.getUseRemoteAddress().getValue(),
                        Scalars.number(manager.getXffNumTrustedHops()),
                        manager.getSkipXffAppend(),
                        manager.getAppendXForwardedPort()),
                certificate(manager),
                timeouts(manager),
                limits(manager),
                HttpProtocolReader.http2(manager.getHttp2ProtocolOptions()),
                manager.getServerName().isEmpty() ? SERVER_NAME : manager.getServerName(),
                switch (manager.getServerHeaderTransformation()) {
                    case OVERWRITE, UNRECOGNIZED -> ServerHeader.OVERWRITE;
                    case APPEND_IF_ABSENT -> ServerHeader.APPEND_IF_ABSENT;
                    case PASS_THROUGH -> ServerHeader.PASS_THROUGH;
                },
                manager.getVia(),
                new RequestId(
                        Scalars.flag(
                                manager.hasGenerateRequestId(),
                                manager.getGenerateRequestId(),
                                true),
                        manager.getPreserveExternalRequestId(),
                        manager.getAlwaysSetRequestIdInResponse()),
                upgrades(manager),
                manager.getProxy100Continue(),
                http1.getAcceptHttp10(),
                http1.getHeaderKeyFormat().hasStatefulFormatter(),
                new AccessLogReader(refusals).logs(manager.getAccessLogList()),
                tracing(manager));
    }

    private Codec codec(HttpConnectionManager manager) {
        return switch (manager.getCodecType()) {
            case AUTO, UNRECOGNIZED -> Codec.AUTO;
            case HTTP1 -> Codec.HTTP1;
            case HTTP2 -> Codec.HTTP2;
            case HTTP3 -> {
                refusals.unsupported(true, "HTTP/3");
                yield Codec.AUTO;
            }
        };
    }

    private Routes routes(HttpConnectionManager manager) {
        return switch (manager.getRouteSpecifierCase()) {
            case ROUTE_CONFIG ->
                    new HttpConnection.Inline(
                            new RouteReader(refusals).table(manager.getRouteConfig()));
            case RDS -> new HttpConnection.Named(manager.getRds().getRouteConfigName());
            case SCOPED_ROUTES, ROUTESPECIFIER_NOT_SET -> {
                refusals.add("routes by " + manager.getRouteSpecifierCase() + " are not supported");
                yield new HttpConnection.Named("");
            }
        };
    }

    private List<HttpFilter> filters(HttpConnectionManager manager) {
        var filters = new HttpFilterReader(refusals).filters(manager.getHttpFiltersList());
        if (filters.isEmpty() || !(filters.getLast() instanceof HttpFilter.Router)) {
            refusals.add("the last HTTP filter must be the router");
        }
        return filters;
    }

    private static EscapedSlashes escapedSlashes(HttpConnectionManager manager) {
        return switch (manager.getPathWithEscapedSlashesAction()) {
            case IMPLEMENTATION_SPECIFIC_DEFAULT, KEEP_UNCHANGED, UNRECOGNIZED ->
                    EscapedSlashes.KEEP;
            case REJECT_REQUEST -> EscapedSlashes.REJECT;
            case UNESCAPE_AND_REDIRECT -> EscapedSlashes.UNESCAPE_AND_REDIRECT;
            case UNESCAPE_AND_FORWARD -> EscapedSlashes.UNESCAPE_AND_FORWARD;
        };
    }

    private static Certificate certificate(HttpConnectionManager manager) {
        var details = manager.getSetCurrentClientCertDetails();
        return new Certificate(
                switch (manager.getForwardClientCertDetails()) {
                    case SANITIZE, UNRECOGNIZED -> Forwarding.SANITIZE;
                    case FORWARD_ONLY -> Forwarding.FORWARD_ONLY;
                    case APPEND_FORWARD -> Forwarding.APPEND_FORWARD;
                    case SANITIZE_SET -> Forwarding.SANITIZE_SET;
                    case ALWAYS_FORWARD_ONLY -> Forwarding.ALWAYS_FORWARD_ONLY;
                },
                details.getSubject().getValue(),
                details.getUri(),
                details.getDns(),
                details.getCert(),
                details.getChain());
    }

    private static Timeouts timeouts(HttpConnectionManager manager) {
        var common = manager.getCommonHttpProtocolOptions();
        var otherwise = Timeouts.DEFAULT;
        return new Timeouts(
                Scalars.duration(
                        common.hasIdleTimeout(), common.getIdleTimeout(), otherwise.idle()),
                Scalars.duration(
                        manager.hasStreamIdleTimeout(),
                        manager.getStreamIdleTimeout(),
                        otherwise.streamIdle()),
                Scalars.duration(manager.getRequestTimeout()),
                Scalars.duration(manager.getRequestHeadersTimeout()),
                Scalars.duration(common.getMaxConnectionDuration()),
                Scalars.duration(common.getMaxStreamDuration()),
                Scalars.duration(
                        manager.hasDrainTimeout(), manager.getDrainTimeout(), otherwise.drain()),
                Scalars.duration(
                        manager.hasDelayedCloseTimeout(),
                        manager.getDelayedCloseTimeout(),
                        otherwise.delayedClose()));
    }

    private static Limits limits(HttpConnectionManager manager) {
        var common = manager.getCommonHttpProtocolOptions();
        var otherwise = Limits.DEFAULT;
        return new Limits(
                Scalars.number(
                        manager.hasMaxRequestHeadersKb(),
                        manager.getMaxRequestHeadersKb(),
                        otherwise.headerKilobytes()),
                Scalars.number(
                        common.hasMaxHeadersCount(),
                        common.getMaxHeadersCount(),
                        otherwise.headerCount()),
                Scalars.number(common.getMaxRequestsPerConnection().getValue()),
                underscores(common.getHeadersWithUnderscoresAction()));
    }

    private static Underscores underscores(HeadersWithUnderscoresAction action) {
        return switch (action) {
            case ALLOW, UNRECOGNIZED -> Underscores.ALLOW;
            case REJECT_REQUEST -> Underscores.REJECT_REQUEST;
            case DROP_HEADER -> Underscores.DROP_HEADER;
        };
    }

    private Set<String> upgrades(HttpConnectionManager manager) {
        var types = new ArrayList<String>();
        for (var upgrade : manager.getUpgradeConfigsList()) {
            refusals.unsupported(
                    upgrade.getFiltersCount() > 0, "a filter chain for upgraded connections");
            if (Scalars.flag(upgrade.hasEnabled(), upgrade.getEnabled(), true)) {
                types.add(upgrade.getUpgradeType().toLowerCase(Locale.ROOT));
            }
        }
        return new TreeSet<>(types);
    }

    private static @Nullable Tracing tracing(HttpConnectionManager manager) {
        if (!manager.hasTracing()) {
            return null;
        }
        var tracing = manager.getTracing();
        return new Tracing(
                MatchReader.fraction(
                        tracing.hasClientSampling(), tracing.getClientSampling(), Fraction.ALWAYS),
                MatchReader.fraction(
                        tracing.hasRandomSampling(), tracing.getRandomSampling(), Fraction.ALWAYS),
                MatchReader.fraction(
                        tracing.hasOverallSampling(),
                        tracing.getOverallSampling(),
                        Fraction.ALWAYS));
    }
}
