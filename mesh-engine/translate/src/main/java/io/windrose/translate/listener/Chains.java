package io.windrose.translate.listener;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import java.util.List;

/// The shape of chains that lead away from the application, and of those at gateways.
final class Chains {
    /// How long a client may take for its TLS handshake: Istio's setting, 15 s.
    private static final Duration HANDSHAKE = Duration.newBuilder().setSeconds(15).build();

    private Chains() {}

    static FilterChain outbound(FilterChainMatch match, List<Filter> filters) {
        var chain =
                FilterChain.newBuilder()
                        .addAllFilters(filters)
                        .setTransportSocketConnectTimeout(HANDSHAKE);
        if (!match.equals(FilterChainMatch.getDefaultInstance())) {
            chain.setFilterChainMatch(match);
        }
        return chain.build();
    }

    static boolean takesEverything(FilterChain chain) {
        return chain.getFilterChainMatch().equals(FilterChainMatch.getDefaultInstance());
    }
}
