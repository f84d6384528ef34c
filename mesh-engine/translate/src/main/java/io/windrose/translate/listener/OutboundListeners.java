package io.windrose.translate.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.windrose.config.resource.Destination;
import io.windrose.config.resource.Sidecar;
import io.windrose.registry.EgressListener;
import io.windrose.registry.Endpoint;
import io.windrose.registry.Protocol;
import io.windrose.registry.Resolution;
import io.windrose.registry.Service;
import io.windrose.registry.ServicePort;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.Upstream;
import io.windrose.translate.wire.ClusterName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where a sidecar takes the connections of its application: one listener per port for all HTTP
/// services, one per address for the others, and the listener to which the kernel redirects, which
/// hands connections on to these or lets them pass.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/networking/core/listener.go`,
///   `buildSidecarOutboundListeners`
final class OutboundListeners {
    /// Where the kernel's rules redirect outbound connections to.
    private static final int CAPTURE_PORT = 15001;

    private final ProxyScope scope;
    private final AccessLogs logs;
    private final NetworkFilters network;
    private final ConnectionManagers managers;
    private final TcpChains tcp;
    private final SequencedMap<Socket, OutboundSocket> sockets = new LinkedHashMap<>();

    OutboundListeners(ProxyScope scope, AccessLogs logs) {
        this.scope = scope;
        this.logs = logs;
        this.network = new NetworkFilters(scope.proxy(), logs);
        this.managers = new ConnectionManagers(scope, logs);
        this.tcp = new TcpChains(scope.proxy(), network);
        var taken = new TreeSet<Integer>();
        for (var door : scope.egress()) {
            addAll(door, taken);
            door.port().ifPresent(port -> taken.add(port.number()));
        }
    }

    List<Listener> all() {
        var listeners = new ArrayList<Listener>();
        sockets.values().forEach(socket -> listeners.add(socket.listener(scope, passThrough())));
        if (scope.proxy().interception().redirects()) {
            listeners.add(virtual());
        }
        return listeners;
    }

    /// The route configurations that the listeners refer to.
    SortedSet<String> routes() {
        var names = new TreeSet<String>();
        sockets.values().forEach(socket -> socket.routes().ifPresent(names::add));
        return names;
    }

    /// @param taken ports that an earlier door has for itself
    private void addAll(EgressListener door, SortedSet<Integer> taken) {
        for (var service : door.services()) {
            for (var port : service.ports()) {
                if (!taken.contains(port.number()) && port.protocol() != Protocol.UDP) {
                    add(door, service, port);
                }
            }
        }
    }

    private void add(EgressListener door, Service service, ServicePort port) {
        if (port.protocol().isHttp()) {
            http(wildcard(door, port), port, Integer.toString(port.number()));
            return;
        }
        if (isReachedByEndpoint(service)) {
            endpointAddresses(service, port).forEach(address -> add(door, service, port, address));
            return;
        }
        var addresses = service.addresses();
        if (addresses.isEmpty() || !door.bind().isEmpty() || !redirects()) {
            add(door, service, port, "");
        } else {
            addresses.forEach(address -> add(door, service, port, address));
        }
    }

    /// @param address of the service or one endpoint, a block, or empty for the wildcard address
    private void add(EgressListener door, Service service, ServicePort port, String address) {
        boolean isBlock = address.contains("/");
        boolean addressKnown = !address.isEmpty() && !isBlock;
        var socket = addressKnown ? new Socket(address, port.number()) : wildcard(door, port);
        if (port.protocol() == Protocol.SNIFFED) {
            var routes =
                    addressKnown
                            ? service.host() + ":" + port.number()
                            : Integer.toString(port.number());
            http(socket, port, routes);
        }
        sockets.computeIfAbsent(socket, this::socket)
                .pass(
                        tcp.ofService(
                                service,
                                port,
                                door.virtualServices(),
                                isBlock ? address : "",
                                addressKnown));
    }

    private void http(Socket socket, ServicePort port, String routes) {
        var filter =
                managers.outbound("outbound_" + socket.listenerName(), port.protocol(), routes);
        sockets.computeIfAbsent(socket, this::socket).readHttp(routes, filter);
    }

    private OutboundSocket socket(Socket socket) {
        return new OutboundSocket(socket);
    }

    private Socket wildcard(EgressListener door, ServicePort port) {
        return door.bind().isEmpty()
                ? Socket.wildcard(scope.proxy(), port.number())
                : new Socket(door.bind(), port.number());
    }

    /// Clients of a headless service resolve it to endpoints and connect to these.
    private boolean isReachedByEndpoint(Service service) {
        return redirects()
                && service.resolution() == Resolution.PASSTHROUGH
                && service.origin() == Service.Origin.KUBERNETES;
    }

    private List<String> endpointAddresses(Service service, ServicePort port) {
        return scope.upstreams().stream()
                .filter(upstream -> upstream.service().key().equals(service.key()))
                .map(Upstream::endpoints)
                .flatMap(List::stream)
                .filter(endpoint -> endpoint.servicePort() == port.number())
                .map(Endpoint::address)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean redirects() {
        return scope.proxy().interception().redirects();
    }

    private Listener virtual() {
        var loopGuard =
                FilterChain.newBuilder()
                        .setName("virtualOutbound-blackhole")
                        .setFilterChainMatch(
                                FilterChainMatch.newBuilder()
                                        .setDestinationPort(UInt32Value.of(CAPTURE_PORT)))
                        .addAllFilters(network.blackHole());
        var others =
                FilterChain.newBuilder()
                        .setName("virtualOutbound-catchall-tcp")
                        .addAllFilters(passThrough());
        return Listener.newBuilder()
                .setName("virtualOutbound")
                .setAddress(Socket.wildcard(scope.proxy(), CAPTURE_PORT).toAddress())
                .setUseOriginalDst(BoolValue.of(true))
                .setTrafficDirection(TrafficDirection.OUTBOUND)
                .setMaxConnectionsToAcceptPerSocketEvent(UInt32Value.of(1))
                .addAllAccessLog(logs.unmatched())
                .addFilterChains(loopGuard)
                .addFilterChains(others)
                .build();
    }

    /// What becomes of connections to nobody known.
    private List<Filter> passThrough() {
        var cluster =
                scope.sidecar()
                        .flatMap(Sidecar::outboundPolicy)
                        .flatMap(Sidecar.OutboundPolicy::egressProxy)
                        .map(OutboundListeners::cluster)
                        .orElse(
                                scope.outbound() == Sidecar.OutboundMode.REGISTRY_ONLY
                                        ? ClusterName.BLACK_HOLE
                                        : ClusterName.PASSTHROUGH);
        return network.outbound(network.proxyTo(cluster));
    }

    private static String cluster(Destination to) {
        return NetworkFilters.cluster(to, to.port());
    }
}
