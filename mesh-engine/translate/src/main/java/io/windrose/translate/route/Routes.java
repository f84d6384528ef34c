package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.windrose.kernel.Hostname;
import io.windrose.registry.EgressListener;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.ProxyTraits;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// The route configurations that a proxy's listeners refer to.
public final class Routes {
    private Routes() {}

    /// @param names as they stand in the listeners: a port, a host with a port, or one of
    ///   [GatewayServer#routes]
    /// @return one configuration per name, in the order of the names
    public static List<RouteConfiguration> of(ProxyScope scope, Collection<String> names) {
        return new TreeSet<>(names).stream().map(name -> named(scope, name)).toList();
    }

    private static RouteConfiguration named(ProxyScope scope, String name) {
        if (scope.proxy().role() == ProxyTraits.Role.GATEWAY) {
            return GatewayRoutes.of(scope, name, GatewayPlan.of(scope).routedBy(name));
        }
        int colon = name.lastIndexOf(':');
        int port = Integer.parseInt(name.substring(colon + 1));
        var egress = egress(scope, port);
        return colon < 0
                ? SidecarRoutes.shared(scope, egress, port)
                : SidecarRoutes.ofService(
                        scope, egress, new Hostname(name.substring(0, colon)), port);
    }

    /// The door that is for this port alone, else the one for all ports.
    private static EgressListener egress(ProxyScope scope, int port) {
        var doors = scope.egress();
        return doors.stream()
                .filter(door -> door.port().filter(own -> own.number() == port).isPresent())
                .findFirst()
                .orElseGet(doors::getLast);
    }
}
