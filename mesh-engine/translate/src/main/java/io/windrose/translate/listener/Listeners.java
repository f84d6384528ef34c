package io.windrose.translate.listener;

import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.windrose.translate.scope.ProxyScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// All listeners of a proxy.
///
/// @param all in Istio's order: outbound before inbound
/// @param routes names of the route configurations that they refer to
public record Listeners(List<Listener> all, SortedSet<String> routes) {

    public Listeners {
        all = List.copyOf(all);
        routes = Collections.unmodifiableSortedSet(new TreeSet<>(routes));
    }

    public static Listeners of(ProxyScope scope) {
        var logs = AccessLogs.of(scope.mesh());
        return switch (scope.proxy().role()) {
            case SIDECAR -> sidecar(scope, logs);
            case GATEWAY -> {
                var gateway = new GatewayListeners(scope, logs);
                yield new Listeners(gateway.all(), gateway.routes());
            }
        };
    }

    private static Listeners sidecar(ProxyScope scope, AccessLogs logs) {
        var outbound = new OutboundListeners(scope, logs);
        var all = new ArrayList<>(outbound.all());
        all.addAll(new InboundListeners(scope, logs).all());
        return new Listeners(all, outbound.routes());
    }
}
