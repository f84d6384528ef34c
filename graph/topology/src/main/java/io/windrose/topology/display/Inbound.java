package io.windrose.topology.display;

import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What reaches each node, summed in one walk over all edges.
final class Inbound {
    private final Map<Node, Map<Protocol, Traffic>> sums = new HashMap<>();
    private final Set<Node> callers = new HashSet<>();

    Inbound(TopologySnapshot graph) {
        for (var edge : graph.edges().values()) {
            callers.add(edge.source());
            sums.computeIfAbsent(edge.target(), _ -> new EnumMap<>(Protocol.class))
                    .merge(edge.key().protocol(), edge.traffic(), Traffic::plus);
        }
    }

    /// By protocol; protocols without an edge are absent.
    Map<Protocol, Traffic> of(Node node) {
        return Collections.unmodifiableMap(sums.getOrDefault(node, Map.of()));
    }

    /// Of the protocols in which anything failed; 0 to 1.
    double errorShare(Node node) {
        double rate = 0;
        double errors = 0;
        for (var traffic : of(node).values()) {
            double failed = traffic.errorRate();
            if (failed > 0) {
                rate += traffic.ratePerSecond();
                errors += failed;
            }
        }
        return rate > 0 ? errors / rate : 0;
    }

    /// Called in TCP alone and calling nobody, as databases and queues are: no label says it.
    boolean isDataStore(Node node) {
        return !callers.contains(node) && of(node).keySet().equals(Set.of(Protocol.TCP));
    }
}
