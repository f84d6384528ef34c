package io.windrose.runtime;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.windrose.traffic.cluster.LoadBalancing;

/// How a cluster's hosts share its requests.
final class LoadBalancingReader {
    private static final int CHOICES = 2;
    private static final long RING_MIN = 1024;
    private static final long RING_MAX = 8L * 1024 * 1024;
    private static final int MAGLEV_TABLE = 65_537;

    private final Refusals refusals;

    LoadBalancingReader(Refusals refusals) {
        this.refusals = refusals;
    }

    LoadBalancing balancing(Cluster cluster) {
        var common = cluster.getCommonLbConfig();
        return new LoadBalancing(
                policy(cluster),
                common.hasHealthyPanicThreshold()
                        ? common.getHealthyPanicThreshold().getValue()
                        : LoadBalancing.DEFAULT_PANIC_PERCENT,
                common.hasLocalityWeightedLbConfig());
    }

    private LoadBalancing.Policy policy(Cluster cluster) {
        if (cluster.hasLoadBalancingPolicy()) {
            refusals.add("the field load_balancing_policy is not supported; use lb_policy");
        }
        return switch (cluster.getLbPolicy()) {
            case ROUND_ROBIN -> new LoadBalancing.RoundRobin();
            case LEAST_REQUEST -> {
                var config = cluster.getLeastRequestLbConfig();
                yield new LoadBalancing.LeastRequest(
                        Scalars.number(config.hasChoiceCount(), config.getChoiceCount(), CHOICES));
            }
            case RANDOM -> new LoadBalancing.Random();
            case RING_HASH -> {
                var config = cluster.getRingHashLbConfig();
                yield new LoadBalancing.RingHash(
                        config.hasMinimumRingSize()
                                ? config.getMinimumRingSize().getValue()
                                : RING_MIN,
                        config.hasMaximumRingSize()
                                ? config.getMaximumRingSize().getValue()
                                : RING_MAX);
            }
            case MAGLEV -> {
                var config = cluster.getMaglevLbConfig();
                yield new LoadBalancing.Maglev(
                        config.hasTableSize()
                                ? (int) config.getTableSize().getValue()
                                : MAGLEV_TABLE);
            }
            case CLUSTER_PROVIDED -> new LoadBalancing.AsDialled();
            default -> {
                refusals.add(
                        "load-balancing policy " + cluster.getLbPolicy() + " is not supported");
                yield new LoadBalancing.RoundRobin();
            }
        };
    }
}
