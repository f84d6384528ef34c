package io.windrose.registry;

import io.windrose.config.resource.ClientTls;
import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.resource.DestinationRule.Subset;
import io.windrose.config.resource.LoadBalancer;
import io.windrose.config.resource.OutlierDetection;
import io.windrose.config.resource.TrafficPolicy;
import io.windrose.kernel.Hostname;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How a client treats one host: the DestinationRules for it, merged.
///
/// @param host possibly with a wildcard
/// @param subsets by unique names
public record DestinationPolicy(
        Hostname host, Optional<TrafficPolicy> trafficPolicy, List<Subset> subsets) {

    public DestinationPolicy {
        subsets = List.copyOf(subsets);
    }

    public Optional<Subset> subset(String name) {
        return subsets.stream().filter(subset -> subset.name().equals(name)).findFirst();
    }

    /// What holds for the whole service at `port`.
    public PortPolicy at(int port) {
        return trafficPolicy.map(policy -> blocks(policy, port)).orElse(PortPolicy.NONE);
    }

    /// What holds for a subset at `port`: its own blocks, and the service's where it has none. The
    /// subset's settings for that port, however, leave nothing of the service's four main blocks.
    public PortPolicy at(int port, Subset subset) {
        var general = at(port);
        return subset.trafficPolicy()
                .map(policy ->
                        hasSettingsFor(policy, port)
                                ? blocks(policy, port).over(general.withoutMainBlocks())
                                : blocks(policy, port).over(general))
                .orElse(general);
    }

    private static boolean hasSettingsFor(TrafficPolicy policy, int port) {
        return policy.portLevelSettings().stream().anyMatch(settings -> settings.port() == port);
    }

    /// The four blocks come from the settings of the port as a whole where there are any; the rest
    /// has no settings by port.
    private static PortPolicy blocks(TrafficPolicy policy, int port) {
        return policy.portLevelSettings().stream()
                .filter(settings -> settings.port() == port)
                .findFirst()
                .map(settings ->
                        new PortPolicy(
                                settings.loadBalancer(),
                                settings.connectionPool(),
                                settings.outlierDetection(),
                                settings.tls(),
                                policy.tunnel(),
                                policy.proxyProtocol(),
                                policy.retryBudget()))
                .orElseGet(() ->
                        new PortPolicy(
                                policy.loadBalancer(),
                                policy.connectionPool(),
                                policy.outlierDetection(),
                                policy.tls(),
                                policy.tunnel(),
                                policy.proxyProtocol(),
                                policy.retryBudget()));
    }

    /// The settings for one port, with nothing left to look up.
    public record PortPolicy(
            Optional<LoadBalancer> loadBalancer,
            Optional<ConnectionPool> connectionPool,
            Optional<OutlierDetection> outlierDetection,
            Optional<ClientTls> tls,
            Optional<TrafficPolicy.Tunnel> tunnel,
            Optional<TrafficPolicy.ProxyProtocol> proxyProtocol,
            Optional<TrafficPolicy.RetryBudget> retryBudget) {
        public static final PortPolicy NONE =
                new PortPolicy(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        private PortPolicy withoutMainBlocks() {
            return new PortPolicy(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    tunnel,
                    proxyProtocol,
                    retryBudget);
        }

        private PortPolicy over(PortPolicy general) {
            return new PortPolicy(
                    either(general, PortPolicy::loadBalancer),
                    either(general, PortPolicy::connectionPool),
                    either(general, PortPolicy::outlierDetection),
                    either(general, PortPolicy::tls),
                    either(general, PortPolicy::tunnel),
                    either(general, PortPolicy::proxyProtocol),
                    either(general, PortPolicy::retryBudget));
        }

        private <T> Optional<T> either(
                PortPolicy general, Function<PortPolicy, Optional<T>> block) {
            return block.apply(this).or(() -> block.apply(general));
        }
    }
}
