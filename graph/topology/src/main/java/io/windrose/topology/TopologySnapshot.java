package io.windrose.topology;

import io.windrose.topology.traffic.Protocol;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The observed mesh at one moment.
///
/// @param edges both ends of every edge are in `nodes`
/// @param namespaces [Badge#CONFIG_ERROR] or [Badge#CONFIG_WARNING] where configuration is wrong
///   that holds for a namespace as a whole; often none
public record TopologySnapshot(
        GraphType type,
        SortedMap<Node, NodeState> nodes,
        SortedMap<EdgeKey, Edge> edges,
        SortedMap<String, Badge> namespaces) {

    public static final TopologySnapshot EMPTY =
            new TopologySnapshot(GraphType.VERSIONED_APP, new TreeMap<>(), new TreeMap<>());

    public TopologySnapshot {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
        edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
        namespaces = Collections.unmodifiableSortedMap(new TreeMap<>(namespaces));
    }

    /// Without badges of namespaces.
    public TopologySnapshot(
            GraphType type, SortedMap<Node, NodeState> nodes, SortedMap<EdgeKey, Edge> edges) {
        this(type, nodes, edges, new TreeMap<>());
    }

    public static TopologySnapshot of(
            GraphType type, Collection<NodeState> nodes, Collection<Edge> edges) {
        return new TopologySnapshot(type, index(nodes, NodeState::node), index(edges, Edge::key));
    }

    /// Edges that leave the node, in the order of their targets.
    public List<Edge> from(Node node) {
        return select(edge -> edge.source().equals(node));
    }

    /// Edges that end at the node, in the order of their sources.
    public List<Edge> to(Node node) {
        return select(edge -> edge.target().equals(node));
    }

    /// Everything that leaves the node, by protocol; protocols without an edge are absent.
    public SortedMap<Protocol, Traffic> outbound(Node node) {
        return byProtocol(from(node));
    }

    /// Everything that reaches the node, by protocol; protocols without an edge are absent.
    public SortedMap<Protocol, Traffic> inbound(Node node) {
        return byProtocol(to(node));
    }

    /// Each edge's share of all that its source sends in that protocol, 0 to 100; 0 when idle.
    public SortedMap<EdgeKey, Double> percentOfSource() {
        record Origin(Node source, Protocol protocol) {}
        var totals = new HashMap<Origin, Double>();
        edges.forEach((key, edge) ->
                totals.merge(
                        new Origin(key.source(), key.protocol()),
                        edge.traffic().ratePerSecond(),
                        Double::sum));
        var percents = new TreeMap<EdgeKey, Double>();
        edges.forEach((key, edge) -> {
            double all = totals.getOrDefault(new Origin(key.source(), key.protocol()), 0.0);
            percents.put(key, all > 0 ? 100 * edge.traffic().ratePerSecond() / all : 0);
        });
        return percents;
    }

    private List<Edge> select(Predicate<Edge> wanted) {
        return edges.values().stream().filter(wanted).toList();
    }

    private static SortedMap<Protocol, Traffic> byProtocol(List<Edge> edges) {
        var sums = new TreeMap<Protocol, Traffic>();
        edges.forEach(edge -> sums.merge(edge.key().protocol(), edge.traffic(), Traffic::plus));
        return sums;
    }

    private static <K extends Comparable<? super K>, V> SortedMap<K, V> index(
            Collection<V> values, Function<V, K> key) {
        var index = new TreeMap<K, V>();
        for (V value : values) {
            if (index.put(key.apply(value), value) != null) {
                throw new IllegalArgumentException("twice in one graph: " + key.apply(value));
            }
        }
        return index;
    }

    /// The same graph with only these edges and the nodes for which `keep` says so.
    public TopologySnapshot only(Predicate<NodeState> keep, Predicate<Edge> keepEdge) {
        var kept = new TreeMap<Node, NodeState>();
        nodes.forEach((node, state) -> {
            if (keep.test(state)) {
                kept.put(node, state);
            }
        });
        var keptEdges = new TreeMap<EdgeKey, Edge>();
        for (Map.Entry<EdgeKey, Edge> entry : edges.entrySet()) {
            var edge = entry.getValue();
            if (kept.containsKey(edge.source())
                    && kept.containsKey(edge.target())
                    && keepEdge.test(edge)) {
                keptEdges.put(entry.getKey(), edge);
            }
        }
        return new TopologySnapshot(type, kept, keptEdges, namespaces);
    }
}
