package io.windrose.runtime;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.Cors;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.grpc_stats.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.windrose.traffic.authorize.RbacRules;
import io.windrose.traffic.listener.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of a connection manager.
final class HttpFilterReader {
    private final Refusals refusals;

    HttpFilterReader(Refusals refusals) {
        this.refusals = refusals;
    }

    List<HttpFilter> filters(
            List<
                            io.envoyproxy.envoy.extensions.filters.network.http_connection_manager
                                    .v3.HttpFilter>
                    filters) {
        var read = new ArrayList<HttpFilter>();
        for (var filter : filters) {
            if (filter.getDisabled()) {
                continue;
            }
            if (filter.hasConfigDiscovery()) {
                refusals.unsupported(
                        !filter.getIsOptional(),
                        "the discovered configuration of HTTP filter '" + filter.getName() + "'");
                continue;
            }
            var config = TypedConfig.of(filter.getTypedConfig(), refusals);
            var known = known(filter.getName(), config);
            if (known != null) {
                read.add(known);
            } else if (!filter.getIsOptional()) {
                refusals.unknown("HTTP filter", filter.getName(), config);
            }
        }
        return read;
    }

    static RbacRules rules(RBAC rbac, Refusals refusals) {
        refusals.unsupported(rbac.hasMatcher() || rbac.hasShadowMatcher(), "an RBAC matcher tree");
        return new RbacRules(
                RbacReader.authorizer(rbac.hasRules(), rbac.getRules()),
                RbacReader.authorizer(rbac.hasShadowRules(), rbac.getShadowRules()),
                rbac.getShadowRulesStatPrefix());
    }

    private @Nullable HttpFilter known(String name, TypedConfig config) {
        if (config.is(Router.getDefaultInstance())) {
            var router = config.as(Router.getDefaultInstance(), refusals);
            return new HttpFilter.Router(router.getSuppressEnvoyHeaders());
        }
        if (config.is(RBAC.getDefaultInstance())) {
            return new HttpFilter.Rbac(
                    name, rules(config.as(RBAC.getDefaultInstance(), refusals), refusals));
        }
        if (config.is(HTTPFault.getDefaultInstance())) {
            var fault = config.as(HTTPFault.getDefaultInstance(), refusals);
            return new HttpFilter.Fault(FaultReader.plan(fault, refusals));
        }
        if (config.is(Cors.getDefaultInstance())) {
            return new HttpFilter.Cors();
        }
        if (config.is(FilterConfig.getDefaultInstance())) {
            return new HttpFilter.GrpcStats();
        }
        return switch (config.type()) {
            case IstioTypes.HTTP_PEER_METADATA -> peerMetadata(config.fields());
            case IstioTypes.ALPN -> alpn(config);
            case IstioTypes.STATS ->
                    new HttpFilter.IstioStats(
                            !config.fields()
                                    .getFieldsOrDefault(
                                            "disable_host_header_fallback",
                                            Value.getDefaultInstance())
                                    .getBoolValue());
            default -> null;
        };
    }

    private static HttpFilter peerMetadata(Struct config) {
        return new HttpFilter.PeerMetadata(
                uses(config, "downstream_discovery"),
                uses(config, "downstream_propagation"),
                uses(config, "upstream_discovery"),
                uses(config, "upstream_propagation"));
    }

    /// Whether Istio's headers are among the methods that `field` lists.
    private static boolean uses(Struct config, String field) {
        return config
                .getFieldsOrDefault(field, Value.getDefaultInstance())
                .getListValue()
                .getValuesList()
                .stream()
                .anyMatch(method -> method.getStructValue().containsFields("istio_headers"));
    }

    private HttpFilter alpn(TypedConfig config) {
        List<String> http10 = List.of();
        List<String> http11 = List.of();
        List<String> http2 = List.of();
        var shape = io.windrose.xdsapi.alpn.FilterConfig.getDefaultInstance();
        for (var override : config.as(shape, refusals).getAlpnOverrideList()) {
            var names = override.getAlpnOverrideList();
            switch (override.getUpstreamProtocol()) {
                case HTTP10 -> http10 = names;
                case HTTP11 -> http11 = names;
                case HTTP2 -> http2 = names;
                case UNRECOGNIZED -> refusals.add("istio.alpn for an unknown protocol");
            }
        }
        return new HttpFilter.Alpn(http10, http11, http2);
    }
}
