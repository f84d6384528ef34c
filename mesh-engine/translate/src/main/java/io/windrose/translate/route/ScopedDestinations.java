package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy;
import io.windrose.config.resource.Destination;
import io.windrose.config.resource.LoadBalancer.ConsistentHash;
import io.windrose.kernel.Hostname;
import io.windrose.registry.AppliedRule;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.scope.Upstream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Destinations among the services that a proxy sees.
final class ScopedDestinations implements Destinations {
    private final Map<Hostname, Upstream> byHost;
    private final boolean choosesPort;

    private ScopedDestinations(ProxyScope scope, boolean choosesPort) {
        this.choosesPort = choosesPort;
        this.byHost =
                scope.upstreams().stream()
                        .collect(
                                Collectors.toMap(
                                        upstream -> upstream.service().host(),
                                        Function.identity(),
                                        (older, _) -> older));
    }

    /// A client has already chosen a port: that of the listener it called.
    static Destinations ofClient(ProxyScope scope) {
        return new ScopedDestinations(scope, false);
    }

    /// A gateway's port says nothing about that of a service; a service's only port does.
    static Destinations ofGateway(ProxyScope scope) {
        return new ScopedDestinations(scope, true);
    }

    @Override
    public OptionalInt onlyPort(String host) {
        var upstream = choosesPort ? byHost.get(new Hostname(host)) : null;
        return upstream != null && upstream.service().ports().size() == 1
                ? OptionalInt.of(upstream.service().ports().getFirst().number())
                : OptionalInt.empty();
    }

    @Override
    public List<HashPolicy> hashing(Destination to, int port) {
        return Optional.ofNullable(byHost.get(new Hostname(to.host())))
                .flatMap(Upstream::policy)
                .map(AppliedRule::effect)
                .map(policy ->
                        policy.subset(to.subset())
                                .map(subset -> policy.at(port, subset))
                                .orElseGet(() -> policy.at(port)))
                .flatMap(policy -> policy.loadBalancer())
                .filter(balancer -> balancer.algorithm() instanceof ConsistentHash)
                .map(balancer -> (ConsistentHash) balancer.algorithm())
                .map(hash -> List.of(HashPolicies.of(hash.key())))
                .orElseGet(List::of);
    }
}
