package io.windrose.translate.cluster;

import com.google.protobuf.UInt64Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LeastRequestLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.MaglevLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.RingHashLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.RoundRobinLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.SlowStartConfig;
import io.envoyproxy.envoy.config.core.v3.RuntimeDouble;
import io.envoyproxy.envoy.type.v3.Percent;
import io.windrose.config.resource.LoadBalancer;
import io.windrose.config.resource.LoadBalancer.ConsistentHash;
import io.windrose.config.resource.LoadBalancer.HashTable;
import java.util.Optional;

/// How one endpoint among several is chosen: the one with fewer requests of two where nothing is
/// set.
final class Balancing {
    private static final double DEFAULT_MINIMUM_PERCENT = 10;
    private static final double STRAIGHT = 1;

    private Balancing() {}

    static void set(Optional<LoadBalancer> settings, Cluster.Builder cluster) {
        if (settings.isEmpty()) {
            cluster.setLbPolicy(LbPolicy.LEAST_REQUEST);
            return;
        }
        switch (settings.get().algorithm()) {
            case LoadBalancer.Simple simple -> setSimple(simple, settings.get(), cluster);
            case ConsistentHash hash -> setHash(hash, cluster);
            // Istio's clients weigh by reported load with a policy of their own; least request
            // comes closest among those that every proxy has.
            case LoadBalancer.BackendUtilization _ -> cluster.setLbPolicy(LbPolicy.LEAST_REQUEST);
        }
    }

    private static void setSimple(
            LoadBalancer.Simple simple, LoadBalancer settings, Cluster.Builder cluster) {
        var slowStart = settings.warmup().map(Balancing::slowStart);
        switch (simple) {
            case RANDOM -> cluster.setLbPolicy(LbPolicy.RANDOM);
            case ROUND_ROBIN -> {
                cluster.setLbPolicy(LbPolicy.ROUND_ROBIN);
                slowStart.ifPresent(start ->
                        cluster.setRoundRobinLbConfig(
                                RoundRobinLbConfig.newBuilder().setSlowStartConfig(start)));
            }
            case UNSPECIFIED, LEAST_REQUEST, PASSTHROUGH -> {
                cluster.setLbPolicy(LbPolicy.LEAST_REQUEST);
                slowStart.ifPresent(start ->
                        cluster.setLeastRequestLbConfig(
                                LeastRequestLbConfig.newBuilder().setSlowStartConfig(start)));
            }
        }
    }

    private static SlowStartConfig slowStart(LoadBalancer.Warmup warmup) {
        return SlowStartConfig.newBuilder()
                .setSlowStartWindow(Wire.duration(warmup.duration()))
                .setAggression(
                        RuntimeDouble.newBuilder()
                                .setDefaultValue(warmup.aggression().orElse(STRAIGHT))
                                .setRuntimeKey("windrose.slow_start.aggression"))
                .setMinWeightPercent(
                        Percent.newBuilder()
                                .setValue(warmup.minimumPercent().orElse(DEFAULT_MINIMUM_PERCENT)))
                .build();
    }

    private static void setHash(ConsistentHash hash, Cluster.Builder cluster) {
        switch (hash.table()) {
            case HashTable.Ring(var minimumSize) ->
                    cluster.setLbPolicy(LbPolicy.RING_HASH)
                            .setRingHashLbConfig(
                                    RingHashLbConfig.newBuilder()
                                            .setMinimumRingSize(UInt64Value.of(minimumSize)));
            case HashTable.Maglev(var tableSize) ->
                    cluster.setLbPolicy(LbPolicy.MAGLEV)
                            .setMaglevLbConfig(
                                    MaglevLbConfig.newBuilder()
                                            .setTableSize(UInt64Value.of(tableSize)));
        }
    }
}
