package io.windrose.translate.listener;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.windrose.config.resource.ServerTls;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Hostname;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.DestinationPolicy;
import io.windrose.registry.Protocol;
import io.windrose.translate.authorization.Authorization;
import io.windrose.translate.route.GatewayPlan;
import io.windrose.translate.route.GatewayPlan.Opening;
import io.windrose.translate.route.GatewayServer;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.Upstream;
import io.windrose.translate.wire.ClusterName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The ports that a gateway opens.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/networking/core/gateway.go`
final class GatewayListeners {
    private final ProxyScope scope;
    private final AccessLogs logs;
    private final NetworkFilters network;
    private final ConnectionManagers managers;
    private final TcpChains tcp;
    private final Authorization authorization;
    private final GatewayPlan plan;

    GatewayListeners(ProxyScope scope, AccessLogs logs) {
        this.scope = scope;
        this.logs = logs;
        this.network = new NetworkFilters(scope.proxy(), logs);
        this.managers = new ConnectionManagers(scope, logs);
        this.tcp = new TcpChains(scope.proxy(), network);
        this.authorization =
                Authorization.of(
                        scope.authorization().stream().map(AppliedRule::effect).toList(),
                        scope.mesh());
        this.plan = GatewayPlan.of(scope);
    }

    List<Listener> all() {
        return plan.openings().stream().flatMap(opening -> listener(opening).stream()).toList();
    }

    /// The route configurations that the listeners refer to.
    SortedSet<String> routes() {
        var names = new TreeSet<String>();
        plan.openings().stream()
                .flatMap(opening -> opening.servers().stream())
                .filter(GatewayServer::readsHttp)
                .forEach(server -> names.add(server.routes()));
        return names;
    }

    /// Empty when no rule says where connections to the port go.
    private Optional<Listener> listener(Opening opening) {
        var socket =
                opening.bind().isEmpty()
                        ? Socket.wildcard(scope.proxy(), opening.port())
                        : new Socket(opening.bind(), opening.port());
        var chains = chains(opening, socket.listenerName());
        if (chains.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Listener.newBuilder()
                        .setName(socket.listenerName())
                        .setAddress(
                                socket.bound(scope.proxy().settings(), socket.address())
                                        .toAddress())
                        .setTrafficDirection(TrafficDirection.OUTBOUND)
                        .setMaxConnectionsToAcceptPerSocketEvent(UInt32Value.of(1))
                        .addAllAccessLog(logs.unmatched())
                        .addAllListenerFilters(Inspectors.of(chains))
                        .addAllFilterChains(chains)
                        .build());
    }

    private List<FilterChain> chains(Opening opening, String name) {
        var first = opening.servers().getFirst();
        if (first.isPlainHttp()) {
            return List.of(
                    Chains.outbound(
                            FilterChainMatch.getDefaultInstance(), List.of(http(first, name))));
        }
        var chains = new ArrayList<FilterChain>();
        opening.servers().forEach(server -> chains.addAll(chains(server, name)));
        return chains;
    }

    private Filter http(GatewayServer server, String name) {
        return managers.gateway(
                "outbound_" + name, server.protocol(), authorization.http(), server.routes());
    }

    private List<FilterChain> chains(GatewayServer server, String name) {
        if (server.readsHttp()) {
            return List.of(secured(server, List.of(http(server, name))));
        }
        var mode = server.server().tls().map(ServerTls::mode);
        if (mode.filter(ServerTls.Mode.AUTO_PASSTHROUGH::equals).isPresent()) {
            return automatic(server);
        }
        var gateways = Set.of(server.gateway().toString());
        var rules = rulesOf(server);
        int port = server.server().port().number();
        if (server.terminates()) {
            return tcp.tcp(rules, gateways, port, "").stream()
                    .limit(1)
                    .map(chain -> secured(server, authorized(chain.getFiltersList())))
                    .toList();
        }
        var chains =
                server.protocol().isTls()
                        ? tcp.tls(rules, gateways, port, "")
                        : tcp.tcp(rules, gateways, port, "");
        return chains.stream().map(this::authorized).toList();
    }

    private List<VirtualService> rulesOf(GatewayServer server) {
        return server.virtualServices().stream()
                .filter(rule -> !server.hostsFor(rule.meta().namespace(), rule.hosts()).isEmpty())
                .toList();
    }

    private FilterChain authorized(FilterChain chain) {
        return chain.toBuilder()
                .clearFilters()
                .addAllFilters(authorized(chain.getFiltersList()))
                .build();
    }

    private List<Filter> authorized(List<Filter> filters) {
        return Stream.concat(authorization.tcp().stream(), filters.stream()).toList();
    }

    private static FilterChain secured(GatewayServer server, List<Filter> filters) {
        var names = server.hosts().stream().map(Hostname::value).toList();
        var chain = Chains.outbound(TcpChains.match(names, List.of()), filters).toBuilder();
        server.server().tls().map(GatewayTls::socket).ifPresent(chain::setTransportSocket);
        return chain.build();
    }

    /// One chain per cluster of every service under the server's hosts: what comes in is mutual TLS
    /// whose server name is the cluster's, and goes on as it is.
    private List<FilterChain> automatic(GatewayServer server) {
        var chains = new ArrayList<FilterChain>();
        for (var upstream : scope.upstreams()) {
            var host = upstream.service().host();
            if (server.hosts().stream().noneMatch(allowed -> allowed.covers(host))) {
                continue;
            }
            for (var port : upstream.service().ports()) {
                if (port.protocol() != Protocol.UDP) {
                    subsets(upstream)
                            .map(subset -> ClusterName.sni(port.number(), subset, host))
                            .forEach(cluster -> chains.add(automatic(cluster)));
                }
            }
        }
        return chains;
    }

    private static Stream<String> subsets(Upstream upstream) {
        var named =
                upstream.policy()
                        .map(AppliedRule::effect)
                        .map(DestinationPolicy::subsets)
                        .orElse(List.of());
        return Stream.concat(Stream.of(""), named.stream().map(subset -> subset.name()));
    }

    private FilterChain automatic(String cluster) {
        var match =
                FilterChainMatch.newBuilder()
                        .addServerNames(cluster)
                        .addAllApplicationProtocols(ChainMatch.MESH)
                        .build();
        return Chains.outbound(match, network.outbound(network.proxyTo(cluster)));
    }
}
