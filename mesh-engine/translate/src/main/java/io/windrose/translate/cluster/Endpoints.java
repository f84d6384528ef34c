package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.windrose.translate.scope.ProxyScope;
import java.util.ArrayList;
import java.util.List;

/// What is behind those clusters that ask for their endpoints.
public final class Endpoints {

    private Endpoints() {}

    public static List<ClusterLoadAssignment> of(ProxyScope scope) {
        var assignments = new ArrayList<ClusterLoadAssignment>();
        Clusters.forEachOutbound(
                scope,
                (outbound, _) -> {
                    if (outbound.discovery(scope.proxy()) == Outbound.Discovery.EDS) {
                        assignments.add(LoadAssignments.of(scope, outbound));
                    }
                });
        return assignments;
    }
}
