package io.windrose.runtime;

import io.envoyproxy.envoy.config.route.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBACPerRoute;
import io.windrose.traffic.authorize.RbacRules;
import io.windrose.traffic.fault.FaultPlan;
import io.windrose.traffic.route.CorsPolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a table, virtual host, route or weighted cluster says of filters' settings.
///
/// @param fault null when nothing is said
/// @param cors null when nothing is said
/// @param rbac by filter name
record FilterSettings(
        @Nullable FaultPlan fault, @Nullable CorsPolicy cors, Map<String, RbacRules> rbac) {

    static final FilterSettings NONE = new FilterSettings(null, null, Map.of());

    static FilterSettings read(
            Map<String, com.google.protobuf.Any> byFilterName, Refusals refusals) {
        var settings = NONE;
        for (var entry : byFilterName.entrySet()) {
            var config = TypedConfig.of(entry.getValue(), refusals);
            settings = settings.over(read(entry.getKey(), config, refusals));
        }
        return settings;
    }

    /// These settings, and those of `wider` where these say nothing.
    FilterSettings over(FilterSettings wider) {
        var allRbac = new HashMap<>(wider.rbac);
        allRbac.putAll(rbac);
        return new FilterSettings(
                fault == null ? wider.fault : fault,
                cors == null ? wider.cors : cors,
                Map.copyOf(allRbac));
    }

    private static FilterSettings read(String name, TypedConfig config, Refusals refusals) {
        if (config.is(FilterConfig.getDefaultInstance())) {
            return wrapped(name, config.as(FilterConfig.getDefaultInstance(), refusals), refusals);
        }
        if (config.is(HTTPFault.getDefaultInstance())) {
            var fault = config.as(HTTPFault.getDefaultInstance(), refusals);
            return new FilterSettings(FaultReader.plan(fault, refusals), null, Map.of());
        }
        if (config.is(
                io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy
                        .getDefaultInstance())) {
            var cors =
                    config.as(
                            io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy
                                    .getDefaultInstance(),
                            refusals);
            return new FilterSettings(null, CorsReader.policy(cors, refusals), Map.of());
        }
        if (config.is(RBACPerRoute.getDefaultInstance())) {
            var rbac = config.as(RBACPerRoute.getDefaultInstance(), refusals);
            return new FilterSettings(
                    null, null, Map.of(name, HttpFilterReader.rules(rbac.getRbac(), refusals)));
        }
        refusals.add(
                "settings of filter '%s' of type %s are not supported"
                        .formatted(name, config.type()));
        return NONE;
    }

    private static FilterSettings wrapped(String name, FilterConfig wrapper, Refusals refusals) {
        if (wrapper.getDisabled()) {
            return new FilterSettings(
                    name.endsWith("fault") ? FaultPlan.NONE : null,
                    name.endsWith("cors") ? CorsReader.OFF : null,
                    name.endsWith("rbac") ? Map.of(name, new RbacRules(null, null, "")) : Map.of());
        }
        var inner = new Refusals();
        var settings = read(name, TypedConfig.of(wrapper.getConfig(), inner), inner);
        if (!inner.isEmpty() && !wrapper.getIsOptional()) {
            refusals.add(inner.toString());
        }
        return settings;
    }
}
