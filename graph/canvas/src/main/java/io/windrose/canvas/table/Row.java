package io.windrose.canvas.table;

import io.windrose.canvas.Selection;
import io.windrose.topology.Badge;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Words;
import io.windrose.topology.traffic.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// One line of a table: a node with what reaches it in one protocol, or an edge.
///
/// @param from the caller; empty for a node
/// @param kind of a node, protocol of an edge
/// @param protocol in which the rate is counted
/// @param ratePerSecond zero when idle
/// @param errorPercent 0 to 100
/// @param p95Millis empty where nobody measured
/// @param mtlsPercent measured, 0 to 100; empty where nobody measured
/// @param configured of the node, or of the edge's target
/// @param configuration what is wrong with the configuration of the node, or with what names both
///   ends of the edge: an error is failing, a warning degraded
record Row(
        Selection subject,
        String from,
        String name,
        String namespace,
        String kind,
        Health.Status health,
        Protocol protocol,
        double ratePerSecond,
        double errorPercent,
        OptionalDouble p95Millis,
        OptionalDouble mtlsPercent,
        MtlsMode configured,
        Health.Status configuration) {

    /// One row for each node and protocol that reaches it; idle nodes have one row all the same.
    static List<Row> nodes(TopologySnapshot graph) {
        var rows = new ArrayList<Row>();
        var inboundOf = inbound(graph);
        graph.nodes()
                .forEach((node, state) -> {
                    var inbound = inboundOf.getOrDefault(node, Map.of(Protocol.HTTP, Traffic.IDLE));
                    inbound.forEach((protocol, traffic) ->
                            rows.add(
                                    new Row(
                                            new Selection.OfNode(node),
                                            "",
                                            Words.name(node),
                                            node.namespace(),
                                            Words.kind(state),
                                            state.health().status(),
                                            protocol,
                                            traffic.ratePerSecond(),
                                            traffic.errorPercent(),
                                            traffic.durationMillis(0.95),
                                            traffic.mtlsPercent(),
                                            state.mtlsMode(),
                                            configuration(state.badges()))));
                });
        return rows;
    }

    /// In one walk over the edges, where asking for each node would walk over all of them.
    private static Map<Node, Map<Protocol, Traffic>> inbound(TopologySnapshot graph) {
        var inbound = new HashMap<Node, Map<Protocol, Traffic>>();
        graph.edges()
                .forEach((key, edge) ->
                        inbound.computeIfAbsent(key.target(), _ -> new EnumMap<>(Protocol.class))
                                .merge(key.protocol(), edge.traffic(), Traffic::plus));
        return inbound;
    }

    static List<Row> edges(TopologySnapshot graph) {
        return graph.edges().values().stream()
                .map(edge -> {
                    var target = graph.nodes().get(edge.target());
                    var traffic = edge.traffic();
                    return new Row(
                            new Selection.OfEdge(edge.key()),
                            Words.name(edge.source()),
                            Words.name(edge.target()),
                            edge.target().namespace(),
                            edge.key().protocol().label().toUpperCase(Locale.ROOT),
                            edge.health().status(),
                            edge.key().protocol(),
                            traffic.ratePerSecond(),
                            traffic.errorPercent(),
                            traffic.durationMillis(0.95),
                            traffic.mtlsPercent(),
                            target == null ? MtlsMode.UNKNOWN : target.mtlsMode(),
                            configuration(edge.badges()));
                })
                .toList();
    }

    private static Health.Status configuration(Set<Badge> badges) {
        if (badges.contains(Badge.CONFIG_ERROR)) {
            return Health.Status.FAILING;
        }
        return badges.contains(Badge.CONFIG_WARNING) ? Health.Status.DEGRADED : Health.Status.NONE;
    }
}
