package io.windrose.proxy;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.windrose.kernel.Result;
import io.windrose.proxy.bootstrap.AdsSource;
import io.windrose.proxy.bootstrap.ControlPlaneAddress;
import io.windrose.proxy.bootstrap.NodeDescription;
import io.windrose.proxy.bootstrap.ProxyBootstrap;
import io.windrose.proxy.bootstrap.ResourcePlaces;
import io.windrose.proxy.bootstrap.ServerAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How one proxy is to run.
///
/// @param token proves the workload to its control plane, which then signs its certificate; empty
///   for a proxy that has certificates from its bootstrap or none
/// @param adminToken what each admin request must carry; empty where the interface is open
/// @param drainTime how long connections of what was replaced or taken away may go on
public record ProxyConfig(
        ProxyBootstrap bootstrap,
        Optional<String> token,
        Optional<String> adminToken,
        Duration drainTime) {
    /// Istio's.
    private static final Duration DRAIN_TIME = Duration.ofSeconds(45);

    /// A proxy that does as its bootstrap says; its admin interface asks for no token.
    public static ProxyConfig of(ProxyBootstrap bootstrap) {
        return new ProxyConfig(bootstrap, Optional.empty(), Optional.empty(), DRAIN_TIME);
    }

    /// A proxy that is told everything by a control plane.
    ///
    /// @param token wins over the one in `address`
    /// @param admin where its admin interface listens; port 0 takes any free one
    public static Result<ProxyConfig> of(
            ControlPlaneAddress address,
            Optional<String> token,
            NodeDescription node,
            Optional<ServerAddress> admin) {
        var proof = token.or(address::token);
        var metadata =
                proof.map(text -> Map.of("authorization", "Bearer " + text)).orElse(Map.of());
        var ads = new AdsSource(address.server(), AdsSource.Mode.DELTA, metadata);
        return node.node()
                .map(message ->
                        new ProxyConfig(
                                new ProxyBootstrap(
                                        Bootstrap.newBuilder().setNode(message).build(),
                                        admin,
                                        Optional.of(ads),
                                        ResourcePlaces.NOWHERE),
                                proof,
                                Optional.empty(),
                                DRAIN_TIME));
    }

    public ProxyConfig withAdminToken(Optional<String> newToken) {
        return new ProxyConfig(bootstrap, token, newToken, drainTime);
    }

    public ProxyConfig withDrainTime(Duration newDrainTime) {
        return new ProxyConfig(bootstrap, token, adminToken, newDrainTime);
    }

    /// Without tokens, so that they reach no log.
    @Override
    public String toString() {
        return "ProxyConfig[" + bootstrap.node().getId() + "]";
    }
}
