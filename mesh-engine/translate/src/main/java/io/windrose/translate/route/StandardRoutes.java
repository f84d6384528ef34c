package io.windrose.translate.route;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.route.v3.Decorator;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.windrose.config.resource.RetryPolicy;
import io.windrose.kernel.Hostname;
import io.windrose.translate.wire.ClusterName;
import java.util.List;
import java.util.Optional;

/// The routes and virtual hosts that no rule asks for.
final class StandardRoutes {
    /// Of a direct response's body: 1 MiB, where Envoy's own limit is 4 KiB.
    private static final UInt32Value MAX_BODY_BYTES = UInt32Value.of(1 << 20);

    /// What a client gets for a host outside the registry where only registered ones are allowed.
    private static final int BLOCKED = 502;

    private StandardRoutes() {}

    /// An empty configuration; references to clusters are not checked, so that a route to one that
    /// is still missing does not reject the rest.
    static RouteConfiguration.Builder configuration(String name) {
        return RouteConfiguration.newBuilder()
                .setName(name)
                .setValidateClusters(BoolValue.of(false))
                .setMaxDirectResponseBodySizeBytes(MAX_BODY_BYTES)
                .setIgnorePortInHostMatching(true);
    }

    static VirtualHost.Builder virtualHost(String name, List<String> domains) {
        return VirtualHost.newBuilder()
                .setName(name)
                .addAllDomains(domains)
                .setIncludeRequestAttemptCount(true);
    }

    /// Everything to one service.
    ///
    /// @param hashing what picks the endpoint; often empty
    static Route toService(
            String host,
            int port,
            List<RouteAction.HashPolicy> hashing,
            Optional<RetryPolicy> retries) {
        var cluster = ClusterName.outbound(port, "", new Hostname(host));
        return Route.newBuilder()
                .setName("default")
                .setMatch(RouteMatches.EVERYTHING)
                .setRoute(
                        ForwardActions.plain(cluster, retries).toBuilder()
                                .addAllHashPolicy(hashing))
                .setDecorator(Decorator.newBuilder().setOperation(host + ":" + port + "/*"))
                .build();
    }

    /// Hosts that nobody registered are called where the client meant to.
    static VirtualHost allowAny(String cluster) {
        return catchAll(
                "allow_any",
                Route.newBuilder()
                        .setRoute(ForwardActions.untried(cluster, Duration.getDefaultInstance())));
    }

    static VirtualHost blockAll() {
        return catchAll(
                "block_all",
                Route.newBuilder()
                        .setDirectResponse(DirectResponseAction.newBuilder().setStatus(BLOCKED)));
    }

    private static VirtualHost catchAll(String name, Route.Builder route) {
        return virtualHost(name, List.of("*"))
                .addRoutes(route.setName(name).setMatch(RouteMatches.EVERYTHING))
                .build();
    }
}
