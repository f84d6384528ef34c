package io.windrose.translate.scope;

import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.DestinationPolicy;
import io.windrose.registry.Endpoint;
import io.windrose.registry.Service;
import java.util.List;
import java.util.Optional;

/// A service that the proxy may call, with all that decides how.
///
/// @param service with only those ports that may be called
/// @param endpoints of all ports of the service
/// @param policy the merged DestinationRules; empty when there are none
/// @param expected what the service's namespace demands of callers as a whole
public record Upstream(
        Service service,
        List<Endpoint> endpoints,
        Optional<AppliedRule<DestinationPolicy>> policy,
        Mode expected) {

    public Upstream {
        endpoints = List.copyOf(endpoints);
    }
}
