package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.windrose.config.resource.DestinationRule.Subset;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.Protocol;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The clusters of a proxy: per service and port one for the whole service and one per subset, one
/// per port of its own workload, and those of fixed names.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/networking/core/cluster.go`
public final class Clusters {

    private Clusters() {}

    public static List<Cluster> of(ProxyScope scope) {
        var clusters = new ArrayList<Cluster>();
        forEachOutbound(
                scope, (route, _) -> clusters.add(new OutboundCluster(scope, route).build()));
        clusters.addAll(FixedClusters.of(scope));
        clusters.addAll(InboundClusters.of(scope));
        return clusters;
    }

    /// Every destination that needs a cluster, with the name of that cluster.
    static void forEachOutbound(ProxyScope scope, BiConsumer<Outbound, String> each) {
        for (var upstream : scope.upstreams()) {
            for (var port : upstream.service().ports()) {
                if (port.protocol() != Protocol.UDP) {
                    accept(new Outbound(upstream, port, Optional.empty()), each);
                    for (var subset : subsets(upstream)) {
                        accept(new Outbound(upstream, port, Optional.of(subset)), each);
                    }
                }
            }
        }
    }

    private static void accept(Outbound outbound, BiConsumer<Outbound, String> each) {
        each.accept(outbound, outbound.clusterName());
    }

    private static List<Subset> subsets(Upstream upstream) {
        return upstream.policy().map(AppliedRule::effect).stream()
                .flatMap(policy -> policy.subsets().stream())
                .toList();
    }
}
