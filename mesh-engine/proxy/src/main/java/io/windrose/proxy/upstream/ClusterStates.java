package io.windrose.proxy.upstream;

import io.windrose.kernel.Owner;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.balance.CircuitLimits;
import io.windrose.traffic.balance.Ejections;
import io.windrose.traffic.balance.Hosts;
import io.windrose.traffic.cluster.Cluster;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The clusters of one snapshot. A cluster that did not change keeps its very state, one whose
/// hosts changed keeps what is known of those that stayed.
public record ClusterStates(Map<String, ClusterState> byName) {
    public static final ClusterStates NONE = new ClusterStates(Map.of());

    public ClusterStates {
        byName = Map.copyOf(byName);
    }

    /// @param owner decides who sits out
    public ClusterStates next(
            RuntimeSnapshot snapshot, Owner owner, InstantSource clock, RandomGenerator random) {
        var next = new HashMap<String, ClusterState>();
        snapshot.clusters()
                .forEach((name, cluster) ->
                        next.put(name, state(cluster, byName.get(name), owner, clock, random)));
        return new ClusterStates(next);
    }

    private static ClusterState state(
            Cluster cluster,
            @Nullable ClusterState before,
            Owner owner,
            InstantSource clock,
            RandomGenerator random) {
        if (before != null && before.cluster().equals(cluster)) {
            return before;
        }
        var hosts = Hosts.of(cluster, before == null ? null : before.hosts());
        var limits =
                before != null && before.cluster().breakers().equals(cluster.breakers())
                        ? before.limits()
                        : new CircuitLimits(cluster.breakers());
        var outliers = cluster.outliers();
        return new ClusterState(
                cluster,
                hosts,
                limits,
                outliers == null ? null : new Ejections(outliers, hosts, owner, clock, random));
    }

    public @Nullable ClusterState get(String name) {
        return byName.get(name);
    }
}
