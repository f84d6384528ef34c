package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.windrose.config.resource.Destination;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Hostname;
import io.windrose.registry.EgressListener;
import io.windrose.registry.Protocol;
import io.windrose.registry.Service;
import io.windrose.registry.ServicePort;
import io.windrose.registry.Specificity;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.wire.ClusterName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The routes of one port on which a sidecar's application calls out: a virtual host for each
/// service and for each further host that a rule claims; the oldest rule wins a host.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/httproute.go`, `buildSidecarOutboundHTTPRouteConfig`
final class SidecarRoutes {
    /// On this port rules also route to hosts that are no service.
    private static final int DEFAULT_HTTP_PORT = 80;

    private static final Set<String> MESH = Set.of("mesh");

    private final ProxyScope scope;
    private final EgressListener egress;
    private final int port;
    private final Viewpoint from;

    /// Services of this port by host, in the order of the registry.
    private final SequencedMap<Hostname, Service> services = new LinkedHashMap<>();

    private final Map<String, VirtualHost> hostsByName = new HashMap<>();
    private final Set<String> takenDomains = new HashSet<>();

    private SidecarRoutes(ProxyScope scope, EgressListener egress, int port) {
        this.scope = scope;
        this.egress = egress;
        this.port = port;
        this.from =
                new Viewpoint(
                        scope.proxy().namespace(),
                        scope.proxy().labels(),
                        MESH,
                        port,
                        false,
                        ScopedDestinations.ofClient(scope),
                        scope.mesh().defaultHttpRetryPolicy());
        for (var service : egress.services()) {
            if (service.port(port)
                    .map(ServicePort::protocol)
                    .filter(SidecarRoutes::hasRoutes)
                    .isPresent()) {
                services.put(service.host(), service);
            }
        }
    }

    private static boolean hasRoutes(Protocol protocol) {
        return protocol.isHttp() || protocol == Protocol.SNIFFED;
    }

    /// The routes of the listener that all HTTP services of a port share.
    static RouteConfiguration shared(ProxyScope scope, EgressListener egress, int port) {
        var routes = new SidecarRoutes(scope, egress, port);
        routes.addAll();
        var out =
                StandardRoutes.configuration(Integer.toString(port))
                        .addAllVirtualHosts(routes.sorted());
        catchAll(scope).ifPresent(out::addVirtualHosts);
        return out.build();
    }

    /// The routes behind an address of one service, whatever host a request names.
    static RouteConfiguration ofService(
            ProxyScope scope, EgressListener egress, Hostname host, int port) {
        var name = host + ":" + port;
        var routes = new SidecarRoutes(scope, egress, port);
        routes.addAll();
        var out = StandardRoutes.configuration(name);
        var own = routes.hostsByName.get(name);
        if (own != null) {
            out.addVirtualHosts(own.toBuilder().clearDomains().addDomains("*"));
        }
        return out.build();
    }

    /// Where requests for unknown hosts go. Without interception nobody knows where a client wanted
    /// to connect to, so there is nowhere to let them pass to.
    private static Optional<VirtualHost> catchAll(ProxyScope scope) {
        var proxy =
                scope.sidecar()
                        .flatMap(Sidecar::outboundPolicy)
                        .flatMap(Sidecar.OutboundPolicy::egressProxy);
        if (proxy.isPresent()) {
            return Optional.of(StandardRoutes.allowAny(cluster(proxy.get())));
        }
        if (scope.outbound() == Sidecar.OutboundMode.REGISTRY_ONLY) {
            return Optional.of(StandardRoutes.blockAll());
        }
        return scope.proxy().interception().redirects()
                ? Optional.of(StandardRoutes.allowAny(ClusterName.PASSTHROUGH))
                : Optional.empty();
    }

    private static String cluster(Destination to) {
        return ClusterName.outbound(to.port(), to.subset(), new Hostname(to.host()));
    }

    private List<VirtualHost> sorted() {
        return hostsByName.values().stream()
                .sorted(Comparator.comparing(VirtualHost::getName))
                .toList();
    }

    private void addAll() {
        var ruled = new HashSet<Hostname>();
        var wildcardWinners = wildcardWinners();
        for (var rule : egress.virtualServices()) {
            var routes = VirtualServiceRoutes.of(rule, from);
            if (routes.isEmpty()) {
                continue;
            }
            var claim = claim(rule, wildcardWinners);
            if (claim.services().isEmpty() && port != DEFAULT_HTTP_PORT) {
                continue;
            }
            claim.otherHosts().forEach(host -> add(host, List.of(host), routes));
            for (var service : claim.services()) {
                ruled.add(service.host());
                add(service.host().value(), domains(service), routes);
            }
        }
        for (var service : services.values()) {
            if (!ruled.contains(service.host())) {
                add(service.host().value(), domains(service), List.of(defaultRoute(service)));
            }
        }
    }

    private List<String> domains(Service service) {
        return Domains.of(service, scope.proxy().dnsDomain());
    }

    private Route defaultRoute(Service service) {
        var host = service.host().value();
        var hashing = from.hashing(new Destination(host, "", port));
        return StandardRoutes.toService(host, port, hashing, from.retries());
    }

    /// The hosts of a rule, told apart.
    ///
    /// @param otherHosts that no service of this port has
    private record Claim(List<Service> services, List<String> otherHosts) {}

    private Claim claim(VirtualService rule, Map<Hostname, VirtualService> wildcardWinners) {
        var claimed = new LinkedHashMap<Hostname, Service>();
        var others = new ArrayList<String>();
        for (var name : rule.hosts()) {
            var host = new Hostname(name);
            var covered =
                    services.values().stream()
                            .filter(service -> host.covers(service.host()))
                            .toList();
            if (covered.isEmpty()) {
                others.add(name);
            }
            covered.stream()
                    .filter(service ->
                            !host.isWildcard() || rule.equals(wildcardWinners.get(service.host())))
                    .forEach(service -> claimed.put(service.host(), service));
        }
        return new Claim(List.copyOf(claimed.values()), others);
    }

    /// Of several rules with hosts that cover a service the one that says most about it; of equals
    /// the first.
    private Map<Hostname, VirtualService> wildcardWinners() {
        var winners = new HashMap<Hostname, VirtualService>();
        for (var service : services.keySet()) {
            var best = new Hostname("*");
            for (var rule : egress.virtualServices()) {
                for (var name : rule.hosts()) {
                    var host = new Hostname(name);
                    if (host.covers(service)
                            && (!winners.containsKey(service)
                                    || Specificity.MOST_SPECIFIC_FIRST.compare(host, best) < 0)) {
                        best = host;
                        winners.put(service, rule);
                    }
                }
            }
        }
        return winners;
    }

    /// Domains that an earlier host has taken are left out, and hosts without a domain left.
    private void add(String host, List<String> domains, List<Route> routes) {
        var name = host + ":" + port;
        var free = domains.stream().filter(takenDomains::add).toList();
        if (!free.isEmpty() && !hostsByName.containsKey(name)) {
            hostsByName.put(
                    name, StandardRoutes.virtualHost(name, free).addAllRoutes(routes).build());
        }
    }
}
