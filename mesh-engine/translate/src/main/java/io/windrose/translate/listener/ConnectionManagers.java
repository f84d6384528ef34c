package io.windrose.translate.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertDetails;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.SetCurrentClientCertDetails;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.Rds;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension;
import io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig;
import io.windrose.config.resource.MeshConfig.PathNormalization;
import io.windrose.registry.Protocol;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.wire.Packed;
import java.util.List;

/// The filter that reads HTTP: its options by the side it stands on, its filters, its routes.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/listener_builder.go`
final class ConnectionManagers {
    private static final String SERVER_NAME = "istio-envoy";

    private final ProxyScope scope;
    private final AccessLogs logs;

    ConnectionManagers(ProxyScope scope, AccessLogs logs) {
        this.scope = scope;
        this.logs = logs;
    }

    /// @param statPrefix without the `;` that ends it for the rules that extract metrics' labels
    Filter inbound(
            String statPrefix,
            Protocol protocol,
            List<HttpFilter> authorization,
            RouteConfiguration routes) {
        return filter(
                common(HttpSide.SIDECAR_INBOUND, statPrefix, protocol, authorization)
                        .setServerName(SERVER_NAME)
                        .setForwardClientCertDetails(ForwardClientCertDetails.APPEND_FORWARD)
                        .setSetCurrentClientCertDetails(
                                SetCurrentClientCertDetails.newBuilder()
                                        .setSubject(BoolValue.of(true))
                                        .setUri(true)
                                        .setDns(true))
                        .setRouteConfig(routes));
    }

    Filter outbound(String statPrefix, Protocol protocol, String routes) {
        return filter(
                common(HttpSide.SIDECAR_OUTBOUND, statPrefix, protocol, List.of())
                        .setRds(rds(routes)));
    }

    Filter gateway(
            String statPrefix, Protocol protocol, List<HttpFilter> authorization, String routes) {
        return filter(
                common(HttpSide.GATEWAY, statPrefix, protocol, authorization)
                        .setServerName(SERVER_NAME)
                        .setUseRemoteAddress(BoolValue.of(true))
                        .setForwardClientCertDetails(ForwardClientCertDetails.SANITIZE_SET)
                        .setSetCurrentClientCertDetails(
                                SetCurrentClientCertDetails.newBuilder()
                                        .setSubject(BoolValue.of(true))
                                        .setCert(true)
                                        .setUri(true)
                                        .setDns(true))
                        .setHttpProtocolOptions(Http1ProtocolOptions.getDefaultInstance())
                        .setRds(rds(routes)));
    }

    private HttpConnectionManager.Builder common(
            HttpSide side, String statPrefix, Protocol protocol, List<HttpFilter> authorization) {
        var out =
                HttpConnectionManager.newBuilder()
                        .setStatPrefix(statPrefix + ";")
                        .setStreamIdleTimeout(Duration.getDefaultInstance())
                        .setProxy100Continue(true)
                        .setUseRemoteAddress(BoolValue.of(false))
                        .addUpgradeConfigs(UpgradeConfig.newBuilder().setUpgradeType("websocket"))
                        .setRequestIdExtension(
                                RequestIDExtension.newBuilder()
                                        .setTypedConfig(
                                                Packed.any(
                                                        UuidRequestIdConfig.newBuilder()
                                                                .setUseRequestIdForTraceSampling(
                                                                        BoolValue.of(true))
                                                                .build())))
                        .setTracing(TraceSettings.of(scope))
                        .addAllHttpFilters(
                                HttpFilters.of(side, scope.proxy(), authorization, protocol))
                        .addAllAccessLog(logs.everything());
        normalizePaths(out);
        return out;
    }

    /// What policies and routes see as the path.
    private void normalizePaths(HttpConnectionManager.Builder out) {
        var normalization = scope.mesh().pathNormalization();
        out.setNormalizePath(BoolValue.of(normalization != PathNormalization.NONE));
        out.setPathWithEscapedSlashesAction(
                normalization == PathNormalization.DECODE_AND_MERGE_SLASHES
                        ? PathWithEscapedSlashesAction.UNESCAPE_AND_FORWARD
                        : PathWithEscapedSlashesAction.KEEP_UNCHANGED);
        out.setMergeSlashes(
                normalization == PathNormalization.MERGE_SLASHES
                        || normalization == PathNormalization.DECODE_AND_MERGE_SLASHES);
    }

    /// Routes come in the same stream; a listener does not wait for them.
    private static Rds rds(String name) {
        return Rds.newBuilder()
                .setRouteConfigName(name)
                .setConfigSource(
                        ConfigSource.newBuilder()
                                .setAds(AggregatedConfigSource.getDefaultInstance())
                                .setInitialFetchTimeout(Duration.getDefaultInstance())
                                .setResourceApiVersion(ApiVersion.V3))
                .build();
    }

    private static Filter filter(HttpConnectionManager.Builder manager) {
        return Filter.newBuilder()
                .setName("envoy.filters.network.http_connection_manager")
                .setTypedConfig(Packed.any(manager.build()))
                .build();
    }
}
