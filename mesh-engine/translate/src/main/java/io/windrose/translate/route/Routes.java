package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.windrose.translate.scope.ProxyScope;
import java.util.List;

/// The routes of a proxy.
public final class Routes {

    private Routes() {}

    public static List<RouteConfiguration> of(ProxyScope scope) {
        return List.of();
    }
}
