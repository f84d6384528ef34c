package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.VirtualHost.TlsRequirementType;
import io.windrose.config.resource.ServerTls;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Hostname;
import io.windrose.registry.Specificity;
import io.windrose.translate.scope.ProxyScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One route configuration of a gateway: for each host the routes of all VirtualServices that bind
/// it, one after the other, those that take everything last.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/networking/core/gateway.go`,
///   `buildGatewayHTTPRouteConfig`
final class GatewayRoutes {
    private final ProxyScope scope;
    private final int port;
    private final SortedMap<Hostname, List<Route>> routesByHost =
            new TreeMap<>(Specificity.MOST_SPECIFIC_FIRST);
    private final Set<Hostname> redirectedToTls = new HashSet<>();

    private GatewayRoutes(ProxyScope scope, int port) {
        this.scope = scope;
        this.port = port;
    }

    /// @param servers that share the configuration; never empty
    static RouteConfiguration of(ProxyScope scope, String name, List<GatewayServer> servers) {
        int port = servers.getFirst().server().port().number();
        var routes = new GatewayRoutes(scope, port);
        servers.forEach(routes::add);
        return StandardRoutes.configuration(name).addAllVirtualHosts(routes.hosts()).build();
    }

    private void add(GatewayServer server) {
        var gateway = server.gateway().toString();
        for (var rule : server.virtualServices()) {
            var hosts = server.hostsFor(rule.meta().namespace(), rule.hosts());
            if (!hosts.isEmpty()) {
                var routes = VirtualServiceRoutes.of(rule, viewpoint(gateway, server));
                if (!routes.isEmpty()) {
                    hosts.forEach(host -> add(host, routes, rule));
                }
            }
        }
        if (server.server().tls().map(ServerTls::httpsRedirect).orElse(false)) {
            var hosts = server.hosts();
            hosts.forEach(host -> routesByHost.computeIfAbsent(host, _ -> new ArrayList<>()));
            routesByHost.keySet().stream()
                    .filter(known -> hosts.stream().anyMatch(host -> host.covers(known)))
                    .forEach(redirectedToTls::add);
        }
    }

    private void add(Hostname host, List<Route> routes, VirtualService rule) {
        var known = routesByHost.computeIfAbsent(host, _ -> new ArrayList<>());
        if (!rule.http().isEmpty()) {
            known.addAll(routes);
        }
    }

    private Viewpoint viewpoint(String gateway, GatewayServer server) {
        return new Viewpoint(
                scope.proxy().namespace(),
                scope.proxy().labels(),
                Set.of(gateway),
                port,
                server.terminates(),
                ScopedDestinations.ofGateway(scope),
                scope.mesh().defaultHttpRetryPolicy());
    }

    private List<VirtualHost> hosts() {
        if (routesByHost.isEmpty()) {
            return List.of(
                    VirtualHost.newBuilder().setName("blackhole:" + port).addDomains("*").build());
        }
        var hosts = new ArrayList<VirtualHost.Builder>();
        routesByHost.forEach((host, routes) -> addOrMerge(hosts, virtualHost(host, routes)));
        return hosts.stream()
                .map(VirtualHost.Builder::build)
                .sorted(Comparator.comparing(VirtualHost::getName))
                .toList();
    }

    private VirtualHost.Builder virtualHost(Hostname host, List<Route> routes) {
        var out = StandardRoutes.virtualHost(host + ":" + port, List.of(host.value()));
        routes.stream()
                .sorted(
                        Comparator.comparing(
                                route -> RouteMatches.takesEverything(route.getMatch())))
                .forEach(out::addRoutes);
        if (redirectedToTls.contains(host)) {
            out.setRequireTls(TlsRequirementType.ALL);
        }
        return out;
    }

    /// Hosts with the same routes share a virtual host.
    private static void addOrMerge(List<VirtualHost.Builder> hosts, VirtualHost.Builder added) {
        hosts.stream()
                .filter(host -> host.getRequireTls() == added.getRequireTls())
                .filter(host -> host.getRoutesList().equals(added.getRoutesList()))
                .findFirst()
                .ifPresentOrElse(
                        host -> host.addAllDomains(added.getDomainsList()), () -> hosts.add(added));
    }
}
