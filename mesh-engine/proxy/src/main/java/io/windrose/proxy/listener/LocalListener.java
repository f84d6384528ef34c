package io.windrose.proxy.listener;

import io.windrose.proxy.exchange.HttpPlan;
import io.windrose.runtime.FilterChains;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.listener.ListenerFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A listener with what is worked out from it once, for all its connections.
///
/// @param plans of the chains that end in HTTP
record LocalListener(Listener listener, FilterChains chains, Map<FilterChain, HttpPlan> plans) {

    static LocalListener of(Listener listener) {
        var plans = new HashMap<FilterChain, HttpPlan>();
        Stream.concat(listener.chains().stream(), Stream.ofNullable(listener.defaultChain()))
                .forEach(chain -> {
                    if (chain.terminal() instanceof HttpConnection manager) {
                        plans.put(chain, HttpPlan.of(manager));
                    }
                });
        return new LocalListener(listener, FilterChains.of(listener), Map.copyOf(plans));
    }

    boolean looks(ListenerFilter.Kind kind, int port) {
        for (var filter : listener.filters()) {
            if (filter.kind() == kind && !filter.off().contains(port)) {
                return true;
            }
        }
        return false;
    }

    boolean has(FilterChain chain) {
        return listener.chains().contains(chain) || chain.equals(listener.defaultChain());
    }
}
