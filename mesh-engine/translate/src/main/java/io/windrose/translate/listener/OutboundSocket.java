package io.windrose.translate.listener;

import com.google.protobuf.BoolValue;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.wire.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The services that share one outbound socket, while a proxy's listeners are being made.
///
/// HTTP is told from other bytes by sniffing, other services by server name or address; of two that
/// cannot be told apart the older wins.
final class OutboundSocket {
    private static final FilterChainMatch PLAIN_HTTP =
            FilterChainMatch.newBuilder()
                    .addAllApplicationProtocols(ChainMatch.PLAINTEXT_HTTP)
                    .setTransportProtocol(ChainMatch.PLAINTEXT)
                    .build();

    private record Http(String routes, Filter filter) {}

    private final Socket socket;
    private Optional<Http> http = Optional.empty();
    private final List<FilterChain> others = new ArrayList<>();

    OutboundSocket(Socket socket) {
        this.socket = socket;
    }

    /// All HTTP services of a socket share their routes, so the first filter is as good as any.
    void readHttp(String routes, Filter filter) {
        if (http.isEmpty()) {
            http = Optional.of(new Http(routes, filter));
        }
    }

    void pass(List<FilterChain> chains) {
        for (var chain : chains) {
            var match = chain.getFilterChainMatch();
            if (others.stream().noneMatch(other -> other.getFilterChainMatch().equals(match))) {
                others.add(chain);
            }
        }
    }

    Optional<String> routes() {
        return http.map(Http::routes);
    }

    /// @param passThrough filters for what is for none of the services
    Listener listener(ProxyScope scope, List<Filter> passThrough) {
        var chains = new ArrayList<FilterChain>();
        http.ifPresent(it -> chains.add(Chains.outbound(PLAIN_HTTP, List.of(it.filter()))));
        chains.addAll(others);
        var listener =
                Listener.newBuilder()
                        .setName(socket.listenerName())
                        .setTrafficDirection(TrafficDirection.OUTBOUND)
                        .setContinueOnListenerFiltersTimeout(true)
                        .setListenerFiltersTimeout(
                                Durations.of(scope.mesh().protocolDetectionTimeout()));
        place(listener, scope);
        if (http.isPresent() && chains.removeIf(Chains::takesEverything)) {
            others.stream()
                    .filter(Chains::takesEverything)
                    .findFirst()
                    .ifPresent(listener::setDefaultFilterChain);
        } else if (socket.isWildcard()
                && redirects(scope)
                && chains.stream().noneMatch(Chains::takesEverything)) {
            listener.setDefaultFilterChain(
                    FilterChain.newBuilder()
                            .setName("PassthroughFilterChain")
                            .setFilterChainMatch(FilterChainMatch.getDefaultInstance())
                            .addAllFilters(passThrough));
        }
        return listener.addAllListenerFilters(Inspectors.of(chains))
                .addAllFilterChains(chains)
                .build();
    }

    /// Redirected connections are handed over by the virtual listener; without interception the
    /// application connects to a port of the proxy's.
    private void place(Listener.Builder listener, ProxyScope scope) {
        if (redirects(scope)) {
            listener.setAddress(socket.toAddress()).setBindToPort(BoolValue.of(false));
            return;
        }
        var settings = scope.proxy().settings();
        var bound =
                new Socket(settings.outboundBind(), socket.port() + settings.outboundPortOffset());
        listener.setAddress(bound.toAddress());
    }

    private static boolean redirects(ProxyScope scope) {
        return scope.proxy().interception().redirects();
    }
}
