package io.windrose.translate.route;

import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.ServerTls;
import io.windrose.kernel.Hostname;
import io.windrose.translate.scope.ProxyScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The servers of all Gateways that a workload serves, merged by port: plain HTTP shares a port and
/// a route configuration, TLS shares a port by server name, everything else has its port alone; the
/// older Gateway wins.
///
/// @param openings never with an empty list of servers; in the order in which they first appear
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/gateway.go`
public record GatewayPlan(List<Opening> openings) {

    /// @param bind empty for the wildcard address
    public record Opening(int port, String bind, List<GatewayServer> servers) {
        public Opening {
            servers = List.copyOf(servers);
        }
    }

    /// How far servers can share a port.
    private enum Sharing {
        PLAIN_HTTP,
        TLS,
        ALONE
    }

    private record Socket(int port, String bind) {}

    public GatewayPlan {
        openings = List.copyOf(openings);
    }

    public static GatewayPlan of(ProxyScope scope) {
        var bySocket = new LinkedHashMap<Socket, List<GatewayServer>>();
        var tlsHosts = new HashSet<String>();
        for (var served : scope.gateways()) {
            for (var server : served.gateway().servers()) {
                int number = server.port().number();
                int port = scope.gatewayPorts().getOrDefault(number, number);
                var candidate = GatewayServer.of(served, server, port);
                var taken =
                        bySocket.computeIfAbsent(
                                new Socket(port, server.bind()), _ -> new ArrayList<>());
                if (fits(candidate, taken) && claims(candidate, tlsHosts)) {
                    taken.add(candidate);
                }
            }
        }
        return new GatewayPlan(
                bySocket.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry ->
                                new Opening(
                                        entry.getKey().port(),
                                        entry.getKey().bind(),
                                        entry.getValue()))
                        .toList());
    }

    /// The servers whose requests are routed by a configuration, in order; empty for a name that
    /// this workload does not use.
    List<GatewayServer> routedBy(String routes) {
        return openings.stream()
                .flatMap(opening -> opening.servers().stream())
                .filter(server -> server.routes().equals(routes))
                .toList();
    }

    private static boolean fits(GatewayServer candidate, List<GatewayServer> taken) {
        return taken.isEmpty()
                || (sharing(candidate) == sharing(taken.getFirst())
                        && sharing(candidate) != Sharing.ALONE);
    }

    private static Sharing sharing(GatewayServer server) {
        if (server.isPlainHttp()) {
            return Sharing.PLAIN_HTTP;
        }
        return server.protocol().isTls() ? Sharing.TLS : Sharing.ALONE;
    }

    /// A host can be served over TLS once per port.
    private static boolean claims(GatewayServer candidate, Set<String> tlsHosts) {
        if (sharing(candidate) != Sharing.TLS || isAutomatic(candidate.server())) {
            return true;
        }
        var keys =
                candidate.hosts().stream()
                        .map(Hostname::value)
                        .map(host ->
                                candidate.port() + "/" + candidate.server().bind() + "/" + host)
                        .toList();
        if (keys.stream().anyMatch(tlsHosts::contains)) {
            return false;
        }
        tlsHosts.addAll(keys);
        return true;
    }

    private static boolean isAutomatic(Gateway.Server server) {
        return server.tls().map(ServerTls::mode).stream()
                .anyMatch(mode -> mode == ServerTls.Mode.AUTO_PASSTHROUGH);
    }
}
