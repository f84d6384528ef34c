package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.windrose.translate.scope.ProxyScope;
import java.util.List;

/// The clusters of a proxy.
public final class Clusters {

    private Clusters() {}

    public static List<Cluster> of(ProxyScope scope) {
        return List.of();
    }
}
