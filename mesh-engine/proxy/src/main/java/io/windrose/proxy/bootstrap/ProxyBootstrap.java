package io.windrose.proxy.bootstrap;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.core.v3.Node;
import java.util.Optional;

/// What a proxy is told before it runs.
///
/// @param message the bootstrap as Envoy would have it; its static resources are applied as they
///   are, and it is the first part of the admin's `/config_dump`
/// @param admin empty when no admin interface is asked for
/// @param ads empty for a proxy with static resources alone
/// @param places of the static resources, for what is said about them
public record ProxyBootstrap(
        Bootstrap message,
        Optional<ServerAddress> admin,
        Optional<AdsSource> ads,
        ResourcePlaces places) {

    public Node node() {
        return message.getNode();
    }

    public ProxyBootstrap withNode(Node node) {
        return new ProxyBootstrap(message.toBuilder().setNode(node).build(), admin, ads, places);
    }
}
