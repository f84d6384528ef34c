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
    /// Only the application on the same machine is to come through.
    private static final String LOOPBACK = "127.0.0.1";

    private static final FilterChainMatch PLAIN_HTTP =
            FilterChainMatch.newBuilder()
                    .addAllApplicationProtocols(ChainMatch.PLAINTEXT_HTTP)
                    .setTransportProtocol(ChainMatch.PLAINTEXT)
                    .build();

    private record Http(String routes, List<Filter> filters) {}

    private final Socket socket;
    private Optional<Http> http = Optional.empty();
    private final List<FilterChain> others = new ArrayList<>();

    OutboundSocket(Socket socket) {
        this.socket = socket;
    }

    /// All HTTP services of a socket share their routes, so the first filter is as good as any.
    void readHttp(String routes, Filter filter) {
        if (http.isEmpty()) {
            http = Optional.of(new Http(routes, List.of(filter)));
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
        boolean passesOn = socket.isWildcard() && redirects(scope);
        var chains = new ArrayList<>(others);
        http.ifPresent(it -> chains.addFirst(Chains.outbound(httpMatch(passesOn), it.filters())));
        var listener =
                Listener.newBuilder()
                        .setName(socket.listenerName())
                        .setTrafficDirection(TrafficDirection.OUTBOUND)
                        .setContinueOnListenerFiltersTimeout(true)
                        .setListenerFiltersTimeout(
                                Durations.of(scope.mesh().protocolDetectionTimeout()));
        place(listener, scope);
        var takesAll = chains.stream().filter(Chains::takesEverything).findFirst();
        if (takesAll.isPresent() && chains.size() > 1) {
            chains.remove(takesAll.get());
            listener.setDefaultFilterChain(takesAll.get());
        } else if (takesAll.isEmpty() && passesOn) {
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

    /// Nothing is sniffed where everything is HTTP.
    private FilterChainMatch httpMatch(boolean passesOn) {
        return passesOn || !others.isEmpty() ? PLAIN_HTTP : FilterChainMatch.getDefaultInstance();
    }

    /// Redirected connections are handed over by the virtual listener; without interception the
    /// application connects to a port of the proxy's.
    private void place(Listener.Builder listener, ProxyScope scope) {
        if (redirects(scope)) {
            listener.setAddress(socket.toAddress()).setBindToPort(BoolValue.of(false));
            return;
        }
        listener.setAddress(socket.bound(scope.proxy().settings(), LOOPBACK).toAddress());
    }

    private static boolean redirects(ProxyScope scope) {
        return scope.proxy().interception().redirects();
    }
}
