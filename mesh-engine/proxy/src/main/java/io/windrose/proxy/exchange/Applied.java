package io.windrose.proxy.exchange;

import io.windrose.proxy.upstream.ClusterStates;
import io.windrose.traffic.RuntimeSnapshot;

/// A snapshot together with the states of its clusters; each request reads one and keeps it.
public record Applied(RuntimeSnapshot snapshot, ClusterStates clusters) {
    public static final Applied NOTHING = new Applied(RuntimeSnapshot.EMPTY, ClusterStates.NONE);
}
