package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy;
import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties;
import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy.Cookie;
import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute;
import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy.Header;
import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter;
import io.windrose.config.resource.LoadBalancer.HashKey;
import io.windrose.translate.wire.Durations;

/// What a consistent hash is made of.
final class HashPolicies {
    private HashPolicies() {}

    static HashPolicy of(HashKey key) {
        return switch (key) {
            case HashKey.Header(var name) ->
                    HashPolicy.newBuilder()
                            .setHeader(Header.newBuilder().setHeaderName(name))
                            .build();
            case HashKey.Cookie cookie -> HashPolicy.newBuilder().setCookie(cookie(cookie)).build();
            case HashKey.SourceIp() ->
                    HashPolicy.newBuilder()
                            .setConnectionProperties(
                                    ConnectionProperties.newBuilder().setSourceIp(true))
                            .build();
            case HashKey.QueryParameter(var name) ->
                    HashPolicy.newBuilder()
                            .setQueryParameter(QueryParameter.newBuilder().setName(name))
                            .build();
        };
    }

    private static Cookie cookie(HashKey.Cookie cookie) {
        var out = Cookie.newBuilder().setName(cookie.name()).setPath(cookie.path());
        cookie.ttl().ifPresent(ttl -> out.setTtl(Durations.of(ttl)));
        cookie.attributes()
                .forEach(attribute ->
                        out.addAttributes(
                                CookieAttribute.newBuilder()
                                        .setName(attribute.name())
                                        .setValue(attribute.value())));
        return out.build();
    }
}
