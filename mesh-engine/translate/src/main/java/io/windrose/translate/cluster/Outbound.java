package io.windrose.translate.cluster;

import io.windrose.config.resource.DestinationRule.Subset;
import io.windrose.config.resource.LoadBalancer;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.DestinationPolicy.PortPolicy;
import io.windrose.registry.Endpoint;
import io.windrose.registry.Resolution;
import io.windrose.registry.Service;
import io.windrose.registry.ServicePort;
import io.windrose.translate.scope.ProxyTraits;
import io.windrose.translate.scope.ProxyTraits.Role;
import io.windrose.translate.scope.Upstream;
import io.windrose.translate.wire.ClusterName;
import java.util.List;
import java.util.Optional;

/// One port of a service, or of a subset of it.
record Outbound(Upstream upstream, ServicePort port, Optional<Subset> subset) {

    Service service() {
        return upstream.service();
    }

    String clusterName() {
        return ClusterName.outbound(port.number(), subsetName(), service().host());
    }

    String sni() {
        return ClusterName.sni(port.number(), subsetName(), service().host());
    }

    private String subsetName() {
        return subset.map(Subset::name).orElse("");
    }

    PortPolicy policy() {
        return upstream.policy()
                .map(AppliedRule::effect)
                .map(policy ->
                        subset.map(own -> policy.at(port.number(), own))
                                .orElseGet(() -> policy.at(port.number())))
                .orElse(PortPolicy.NONE);
    }

    /// Of this port, and of the subset where there is one.
    List<Endpoint> endpoints() {
        return upstream.endpoints().stream()
                .filter(endpoint -> endpoint.servicePort() == port.number())
                .filter(endpoint -> subset.stream().allMatch(own -> isIn(own, endpoint)))
                .toList();
    }

    private static boolean isIn(Subset subset, Endpoint endpoint) {
        var labels = endpoint.workload().labels().byKey();
        return labels.entrySet().containsAll(subset.labels().byKey().entrySet());
    }

    /// How this proxy finds the addresses.
    Discovery discovery(ProxyTraits proxy) {
        return switch (service().resolution()) {
            case DNS -> Discovery.STRICT_DNS;
            case DNS_ROUND_ROBIN -> Discovery.LOGICAL_DNS;
            case PASSTHROUGH -> originalDestinationOrEds(proxy);
            case STATIC, DYNAMIC_DNS ->
                    passesThrough() ? originalDestinationOrEds(proxy) : Discovery.EDS;
        };
    }

    /// Only a sidecar whose traffic is redirected knows where its client wanted to go.
    private static Discovery originalDestinationOrEds(ProxyTraits proxy) {
        return proxy.role() == Role.SIDECAR && proxy.interception().redirects()
                ? Discovery.ORIGINAL_DESTINATION
                : Discovery.EDS;
    }

    private boolean passesThrough() {
        return policy().loadBalancer()
                .map(LoadBalancer::algorithm)
                .filter(LoadBalancer.Simple.PASSTHROUGH::equals)
                .isPresent();
    }

    /// Whether clients cannot choose an endpoint but take the one that they asked for.
    boolean headless() {
        return service().resolution() == Resolution.PASSTHROUGH || passesThrough();
    }

    enum Discovery {
        EDS,
        STRICT_DNS,
        LOGICAL_DNS,
        ORIGINAL_DESTINATION
    }
}
