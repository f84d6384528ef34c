package io.windrose.workspace.story;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.List;
import java.util.stream.Stream;

/// The traffic that stands for a subject, to be read from any graph of the same question.
///
/// @param inbound what reaches a node; otherwise what it sends, for those whom nobody calls
/// @param protocol HTTP stands for all requests, gRPC included
record Flow(Subject subject, boolean inbound, Protocol protocol) {

    static Flow of(TopologySnapshot graph, Subject subject) {
        boolean called =
                !(subject instanceof Subject.OfNode(var node)) || !graph.to(node).isEmpty();
        var edges = edges(graph, subject, called).toList();
        return new Flow(subject, called, protocol(edges));
    }

    private static Protocol protocol(List<Edge> edges) {
        var protocols = edges.stream().map(edge -> edge.key().protocol()).distinct().toList();
        if (protocols.size() == 1) {
            return protocols.getFirst();
        }
        return Protocol.HTTP;
    }

    boolean isTcp() {
        return protocol == Protocol.TCP;
    }

    List<Edge> edges(TopologySnapshot graph) {
        return edges(graph, subject, inbound)
                .filter(edge -> (edge.key().protocol() == Protocol.TCP) == isTcp())
                .toList();
    }

    Traffic in(TopologySnapshot graph) {
        return edges(graph).stream().map(Edge::traffic).reduce(Traffic.IDLE, Traffic::plus);
    }

    private static Stream<Edge> edges(TopologySnapshot graph, Subject subject, boolean inbound) {
        return switch (subject) {
            case Subject.OfNode(var node) -> (inbound ? graph.to(node) : graph.from(node)).stream();
            case Subject.OfEdge(var key) ->
                    graph.edges().containsKey(key)
                            ? Stream.of(graph.edges().get(key))
                            : Stream.empty();
            case Subject.Mesh() -> entering(graph);
        };
    }

    /// What comes into the mesh: what is sent by those whom nobody calls.
    static Stream<Edge> entering(TopologySnapshot graph) {
        return graph.edges().values().stream()
                .filter(edge -> {
                    var source = graph.nodes().get(edge.source());
                    return edge.source() instanceof Node.Unknown
                            || (source != null && source.has(Badge.ROOT));
                });
    }
}
