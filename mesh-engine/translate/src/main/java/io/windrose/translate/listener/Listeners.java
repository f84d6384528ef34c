package io.windrose.translate.listener;

import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.windrose.translate.scope.ProxyScope;
import java.util.List;

/// The listeners of a proxy.
public final class Listeners {

    private Listeners() {}

    public static List<Listener> of(ProxyScope scope) {
        return List.of();
    }
}
