package io.windrose.topology.walk;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.Graphs;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/// Ways along the edges of one graph.
public final class Ways {
    /// What an idle edge weighs, in requests per second, so that no weight is infinite.
    private static final double LEAST_RATE = 1e-6;

    private static final Comparator<GraphPath<Node, EdgeKey>> SHORTEST =
            Comparator.comparingDouble(GraphPath<Node, EdgeKey>::getWeight)
                    .thenComparing(GraphPath::getEndVertex);

    private final Graph<Node, EdgeKey> graph = new DirectedWeightedPseudograph<>(EdgeKey.class);

    private Ways(TopologySnapshot topology) {
        topology.nodes().keySet().forEach(graph::addVertex);
        topology.edges()
                .forEach((key, edge) -> {
                    if (graph.addEdge(key.source(), key.target(), key)) {
                        double rate = Math.max(LEAST_RATE, edge.traffic().ratePerSecond());
                        graph.setEdgeWeight(key, 1 / rate);
                    }
                });
    }

    public static Ways of(TopologySnapshot topology) {
        return new Ways(topology);
    }

    /// Everything that is at most that many edges away in whatever direction, and the node itself;
    /// empty for a stranger.
    public Set<Node> neighbourhood(Node node, int hops) {
        if (!graph.containsVertex(node)) {
            return Set.of();
        }
        var near = new HashSet<Node>();
        var walk = new BreadthFirstIterator<>(new AsUndirectedGraph<>(graph), node);
        while (walk.hasNext()) {
            var next = walk.next();
            if (walk.getDepth(next) > hops) {
                break;
            }
            near.add(next);
        }
        return near;
    }

    /// Nodes that nobody but themselves calls, in the order of nodes.
    public List<Node> roots() {
        return graph.vertexSet().stream()
                .filter(node ->
                        graph.incomingEdgesOf(node).stream()
                                .allMatch(key -> key.source().equals(node)))
                .sorted()
                .toList();
    }

    /// The edges over which most of the traffic comes from where it enters the mesh to the node,
    /// from the entry on.
    ///
    /// Each edge weighs the inverse of its rate, and the lightest way wins; empty for an entry, a
    /// stranger, and where only a circle leads to the node.
    public List<EdgeKey> busiestWayTo(Node node) {
        if (!graph.containsVertex(node)) {
            return List.of();
        }
        var back = new DijkstraShortestPath<>(new EdgeReversedGraph<>(graph)).getPaths(node);
        Optional<GraphPath<Node, EdgeKey>> way =
                roots().stream()
                        .filter(root -> !root.equals(node))
                        .map(root -> Optional.ofNullable(back.getPath(root)))
                        .flatMap(Optional::stream)
                        .min(SHORTEST);
        return way.map(path -> path.getEdgeList().reversed()).orElse(List.of());
    }

    /// Whom the node calls, in the order of nodes.
    public Set<Node> targets(Node node) {
        return graph.containsVertex(node)
                ? without(node, Graphs.successorListOf(graph, node))
                : Set.of();
    }

    /// Who calls the node, in the order of nodes.
    public Set<Node> sources(Node node) {
        return graph.containsVertex(node)
                ? without(node, Graphs.predecessorListOf(graph, node))
                : Set.of();
    }

    /// Those who share a caller with the node, or an entry's fellow entries; the node itself is one
    /// of them.
    ///
    /// @param caller where one came from; preferred when it calls the node
    public Set<Node> siblings(Node node, Optional<Node> caller) {
        var callers = sources(node);
        if (callers.isEmpty()) {
            return new TreeSet<>(roots());
        }
        return caller.filter(callers::contains)
                .map(this::targets)
                .orElseGet(() -> {
                    var all = new TreeSet<Node>();
                    callers.forEach(each -> all.addAll(targets(each)));
                    return all;
                });
    }

    private static Set<Node> without(Node node, List<Node> others) {
        var set = new TreeSet<>(others);
        set.remove(node);
        return set;
    }
}
