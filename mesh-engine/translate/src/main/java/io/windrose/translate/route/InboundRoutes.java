package io.windrose.translate.route;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.route.v3.Decorator;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.windrose.registry.Protocol;

/// The routes from a sidecar to its application: everything to one cluster.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/httproute.go`, `buildSidecarInboundHTTPRouteConfig`
public final class InboundRoutes {
    private InboundRoutes() {}

    /// @param host of the service, which names spans; empty for ports without one
    /// @param servicePort 0 for ports without a service
    public static RouteConfiguration to(
            String cluster, String host, int servicePort, Protocol protocol) {
        var action =
                RouteAction.newBuilder()
                        .setCluster(cluster)
                        .setTimeout(Duration.getDefaultInstance())
                        .setMaxStreamDuration(
                                RouteAction.MaxStreamDuration.newBuilder()
                                        .setMaxStreamDuration(Duration.getDefaultInstance())
                                        .setGrpcTimeoutHeaderMax(Duration.getDefaultInstance()));
        if (protocol != Protocol.GRPC && protocol != Protocol.GRPC_WEB) {
            action.setRetryPolicy(Retries.INBOUND);
        }
        var route =
                Route.newBuilder()
                        .setName("default")
                        .setMatch(RouteMatches.EVERYTHING)
                        .setDecorator(
                                Decorator.newBuilder()
                                        .setOperation(host + ":" + servicePort + "/*"))
                        .setRoute(action);
        return RouteConfiguration.newBuilder()
                .setName(cluster)
                .setValidateClusters(BoolValue.of(false))
                .addVirtualHosts(
                        VirtualHost.newBuilder()
                                .setName("inbound|http|" + servicePort)
                                .addDomains("*")
                                .addRoutes(route))
                .build();
    }
}
