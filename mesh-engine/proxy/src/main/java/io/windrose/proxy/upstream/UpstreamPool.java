package io.windrose.proxy.upstream;

import io.windrose.traffic.balance.Balancer;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Balancers and connections of one event loop, for all clusters; nothing of it leaves that loop.
public final class UpstreamPool {
    private final Dialer dialer;
    private final RandomGenerator random;
    private final Map<String, LoopCluster> clusters = new HashMap<>();

    public UpstreamPool(Dialer dialer, RandomGenerator random) {
        this.dialer = dialer;
        this.random = random;
    }

    /// For connections that are not shared.
    public Dialer dialer() {
        return dialer;
    }

    public Balancer balancer(ClusterState state) {
        return cluster(state).balancer();
    }

    /// @return what to call when the connection is no longer wanted; harmless afterwards
    public Runnable acquire(ClusterState state, Target target, Waiter waiter) {
        var pool = cluster(state).pool(target, dialer);
        pool.acquire(waiter);
        return () -> pool.cancel(waiter);
    }

    /// Goes over to the newest clusters. Connections to hosts that are no longer there, or that are
    /// now spoken to in another way, close when their requests have ended.
    public void update(ClusterStates newest) {
        clusters.entrySet().removeIf(entry -> isGone(entry.getValue(), newest));
        clusters.replaceAll((name, known) -> refreshed(name, known, newest));
    }

    private static boolean isGone(LoopCluster known, ClusterStates newest) {
        if (newest.get(known.state().cluster().name()) != null) {
            return false;
        }
        known.drain();
        return true;
    }

    private LoopCluster refreshed(String name, LoopCluster known, ClusterStates newest) {
        var state = newest.get(name);
        return state == null || state.equals(known.state()) ? known : known.next(state, random);
    }

    private LoopCluster cluster(ClusterState state) {
        return clusters.computeIfAbsent(state.cluster().name(), _ -> LoopCluster.of(state, random));
    }
}
