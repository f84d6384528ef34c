package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.windrose.translate.scope.ProxyScope;
import java.util.List;

/// The endpoints of a proxy.
public final class Endpoints {

    private Endpoints() {}

    public static List<ClusterLoadAssignment> of(ProxyScope scope) {
        return List.of();
    }
}
