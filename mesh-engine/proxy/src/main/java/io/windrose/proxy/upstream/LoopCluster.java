package io.windrose.proxy.upstream;

import io.windrose.traffic.balance.Balancer;
import io.windrose.traffic.cluster.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// One cluster as one event loop knows it.
///
/// @param pools changes as targets come and go
record LoopCluster(ClusterState state, Balancer balancer, Map<Target, HostPool> pools) {
    /// Pools of destinations that only clients name pile up; beyond this many, unused ones go.
    private static final int MANY_POOLS = 1000;

    static LoopCluster of(ClusterState state, RandomGenerator random) {
        return new LoopCluster(state, new Balancer(state.hosts(), random), new HashMap<>());
    }

    HostPool pool(Target target, Dialer dialer) {
        if (pools.size() > MANY_POOLS) {
            pools.values().removeIf(HostPool::isUnused);
        }
        return pools.computeIfAbsent(target, absent -> new HostPool(state, absent, dialer));
    }

    void drain() {
        pools.values().forEach(HostPool::drain);
    }

    /// Keeps the pools of hosts that stay, unless the way of talking to them has changed.
    LoopCluster next(ClusterState newState, RandomGenerator random) {
        var next = of(newState, random);
        boolean sameWay = way(state).equals(way(newState));
        var staying =
                newState.cluster().localities().stream()
                        .flatMap(locality -> locality.endpoints().stream())
                        .collect(Collectors.toSet());
        boolean anyHost = newState.cluster().type() == Cluster.Type.ORIGINAL_DST;
        pools.forEach((target, pool) -> {
            if (sameWay && (anyHost || staying.contains(target.endpoint()))) {
                next.pools.put(target, pool);
            } else {
                pool.drain();
            }
        });
        return next;
    }

    private static Cluster way(ClusterState state) {
        return state.cluster().withLocalities(List.of());
    }
}
