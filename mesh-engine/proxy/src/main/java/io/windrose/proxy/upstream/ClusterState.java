package io.windrose.proxy.upstream;

import io.windrose.traffic.balance.CircuitLimits;
import io.windrose.traffic.balance.Ejections;
import io.windrose.traffic.balance.Hosts;
import io.windrose.traffic.cluster.Cluster;
import org.jspecify.annotations.Nullable;

/// A cluster with what all event loops share about it.
///
/// @param ejections null when hosts never sit out
public record ClusterState(
        Cluster cluster, Hosts hosts, CircuitLimits limits, @Nullable Ejections ejections) {}
