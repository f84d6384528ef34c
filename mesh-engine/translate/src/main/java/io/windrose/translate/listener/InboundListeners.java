package io.windrose.translate.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.Protocol;
import io.windrose.translate.authorization.Authorization;
import io.windrose.translate.route.InboundRoutes;
import io.windrose.translate.scope.InboundPort;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.ProxyTraits.Interception;
import io.windrose.translate.wire.ClusterName;
import io.windrose.translate.wire.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a sidecar takes connections for its application: one virtual listener to which the kernel
/// redirects all ports, or, without interception, a listener that binds each port itself.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/listener_inbound.go`
final class InboundListeners {
    /// Where the kernel's rules redirect inbound connections to.
    private static final int CAPTURE_PORT = 15006;

    private static final String NAME = "virtualInbound";
    private static final String CATCH_ALL_HTTP = "virtualInbound-catchall-http";

    private final ProxyScope scope;
    private final AccessLogs logs;
    private final NetworkFilters network;
    private final ConnectionManagers managers;
    private final Authorization authorization;
    private final List<String> trustDomains;

    InboundListeners(ProxyScope scope, AccessLogs logs) {
        this.scope = scope;
        this.logs = logs;
        this.network = new NetworkFilters(scope.proxy(), logs);
        this.managers = new ConnectionManagers(scope, logs);
        this.authorization =
                Authorization.of(
                        scope.authorization().stream().map(AppliedRule::effect).toList(),
                        scope.mesh());
        this.trustDomains =
                Stream.concat(
                                Stream.of(scope.mesh().trustDomain()),
                                scope.mesh().trustDomainAliases().stream())
                        .toList();
    }

    List<Listener> all() {
        return scope.proxy().interception().redirects()
                ? List.of(virtual())
                : scope.inbound().stream().map(this::bound).toList();
    }

    /// A place that connections are made for: a port of a service, or all the others.
    ///
    /// @param matchedPort of the original destination; 0 for any
    private record Door(
            String chainName,
            String httpChainName,
            String statPrefix,
            int matchedPort,
            String cluster,
            Protocol protocol,
            RouteConfiguration routes) {}

    private Listener virtual() {
        var chains = new ArrayList<FilterChain>();
        chains.add(loopGuard());
        chains.addAll(chains(otherPorts(0), scope.mutualTls().mode()));
        var served = scope.inbound().stream().map(InboundPort::port).collect(Collectors.toSet());
        scope.mutualTls()
                .byPort()
                .forEach((port, mode) -> {
                    if (!served.contains(port)) {
                        chains.addAll(chains(otherPorts(port), mode));
                    }
                });
        for (var port : scope.inbound()) {
            var name = Socket.wildcard(scope.proxy(), port.port()).listenerName();
            chains.addAll(chains(door(port, name, port.port()), port.mutualTls()));
        }
        var listener =
                listener(NAME, Socket.wildcard(scope.proxy(), CAPTURE_PORT))
                        .addListenerFilters(Inspectors.ORIGINAL_DESTINATION);
        if (scope.proxy().interception() == Interception.TPROXY) {
            listener.addListenerFilters(Inspectors.ORIGINAL_SOURCE)
                    .setTransparent(BoolValue.of(true));
        }
        return listener.addAllListenerFilters(Inspectors.perPort(chains))
                .addAllFilterChains(chains)
                .build();
    }

    private Listener bound(InboundPort port) {
        var socket = new Socket(port.bind(), port.port());
        var chains = chains(door(port, socket.listenerName(), 0), port.mutualTls());
        return listener(socket.listenerName(), socket)
                .addAllListenerFilters(Inspectors.of(chains))
                .addAllFilterChains(chains)
                .build();
    }

    private Listener.Builder listener(String name, Socket socket) {
        return Listener.newBuilder()
                .setName(name)
                .setAddress(socket.toAddress())
                .setTrafficDirection(TrafficDirection.INBOUND)
                .setContinueOnListenerFiltersTimeout(true)
                .setListenerFiltersTimeout(Durations.of(scope.mesh().protocolDetectionTimeout()))
                .setMaxConnectionsToAcceptPerSocketEvent(UInt32Value.of(1))
                .addAllAccessLog(logs.unmatched());
    }

    /// A connection to the capturing port itself would be passed on to itself for ever.
    private FilterChain loopGuard() {
        return FilterChain.newBuilder()
                .setName("virtualInbound-blackhole")
                .setFilterChainMatch(
                        FilterChainMatch.newBuilder()
                                .setDestinationPort(UInt32Value.of(CAPTURE_PORT)))
                .addAllFilters(network.inboundBlackHole())
                .build();
    }

    private static Door otherPorts(int port) {
        var cluster = ClusterName.INBOUND_PASSTHROUGH;
        return new Door(
                NAME,
                CATCH_ALL_HTTP,
                cluster,
                port,
                cluster,
                Protocol.SNIFFED,
                InboundRoutes.to(cluster, "", 0, Protocol.SNIFFED));
    }

    private static Door door(InboundPort port, String name, int matchedPort) {
        var cluster = ClusterName.inbound(port.port());
        var protocol = port.servicePort().protocol();
        return new Door(
                name,
                name,
                "inbound_" + name,
                matchedPort,
                cluster,
                protocol,
                InboundRoutes.to(
                        cluster,
                        port.service().host().value(),
                        port.servicePort().number(),
                        protocol));
    }

    private List<FilterChain> chains(Door door, Mode mode) {
        return ChainMatch.of(mode, door.protocol()).stream()
                .map(match -> chain(door, match))
                .toList();
    }

    private FilterChain chain(Door door, ChainMatch match) {
        var chain =
                FilterChain.newBuilder()
                        .setName(match.http() ? door.httpChainName() : door.chainName())
                        .setFilterChainMatch(match.at(door.matchedPort()))
                        .addAllFilters(match.http() ? http(door) : tcp(door));
        if (match.terminatesTls()) {
            var alpn = match.http() ? MeshTls.HTTP_ALPN : MeshTls.TCP_ALPN;
            chain.setTransportSocket(MeshTls.mutual(alpn, trustDomains));
        }
        return chain.build();
    }

    private List<Filter> http(Door door) {
        var filters = network.peerMetadata();
        filters.add(
                managers.inbound(
                        door.statPrefix(), door.protocol(), authorization.http(), door.routes()));
        return filters;
    }

    private List<Filter> tcp(Door door) {
        return network.inbound(authorization.tcp(), door.cluster());
    }
}
