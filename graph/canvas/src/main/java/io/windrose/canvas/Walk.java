package io.windrose.canvas;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.walk.Ways;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Walks the graph by keys; remembers who was left behind, so that the way back is the way that was
/// taken.
final class Walk {
    private Ways ways = Ways.of(Shown.NOTHING.graph());
    private Optional<Node> caller = Optional.empty();

    void over(Ways next) {
        ways = next;
    }

    Ways ways() {
        return ways;
    }

    /// @return `from` itself where there is no way in that direction
    Selection from(Selection from, Direction direction, Shown shown) {
        return switch (from) {
            case Selection.OfNode(var node) when shown.graph().nodes().containsKey(node) ->
                    new Selection.OfNode(next(node, direction, shown));
            case Selection.OfEdge(var key) when shown.graph().edges().containsKey(key) ->
                    fromEdge(key, direction);
            case Selection.Nothing _, Selection.OfNode _, Selection.OfEdge _ -> entry(shown);
        };
    }

    private Selection fromEdge(EdgeKey key, Direction direction) {
        return switch (direction) {
            case RIGHT -> {
                caller = Optional.of(key.source());
                yield new Selection.OfNode(key.target());
            }
            case LEFT -> new Selection.OfNode(key.source());
            case UP, DOWN -> new Selection.OfEdge(key);
        };
    }

    /// The highest of those whom nobody calls; in a mesh of circles the highest of all.
    private Selection entry(Shown shown) {
        var roots = ways.roots();
        var nodes = roots.isEmpty() ? shown.graph().nodes().keySet() : roots;
        return byHeight(nodes, shown).stream()
                .findFirst()
                .<Selection>map(Selection.OfNode::new)
                .orElse(Selection.NOTHING);
    }

    private Node next(Node node, Direction direction, Shown shown) {
        return switch (direction) {
            case RIGHT -> {
                var target = busiest(ways.targets(node), each -> rate(shown, node, each));
                if (target.isPresent()) {
                    caller = Optional.of(node);
                }
                yield target.orElse(node);
            }
            case LEFT -> {
                var sources = ways.sources(node);
                var back =
                        caller.filter(sources::contains)
                                .or(() -> busiest(sources, each -> rate(shown, each, node)));
                caller = Optional.empty();
                yield back.orElse(node);
            }
            case UP -> sibling(node, shown, -1);
            case DOWN -> sibling(node, shown, 1);
        };
    }

    private Node sibling(Node node, Shown shown, int step) {
        var siblings = byHeight(ways.siblings(node, caller), shown);
        int at = siblings.indexOf(node) + step;
        return at < 0 || at >= siblings.size() ? node : siblings.get(at);
    }

    private static List<Node> byHeight(Collection<Node> nodes, Shown shown) {
        var sorted = new ArrayList<>(nodes);
        sorted.sort(
                Comparator.comparingDouble(
                                (Node node) -> {
                                    var spot = shown.layout().spots().get(node);
                                    return spot == null ? 0 : spot.centre().y();
                                })
                        .thenComparing(Node.ORDER));
        return sorted;
    }

    private static Optional<Node> busiest(Set<Node> nodes, ToDoubleFunction<Node> rate) {
        return nodes.stream()
                .max(Comparator.comparingDouble(rate).thenComparing(Node.ORDER.reversed()));
    }

    private static double rate(Shown shown, Node source, Node target) {
        return shown.graph().from(source).stream()
                .filter(edge -> edge.target().equals(target))
                .mapToDouble(edge -> edge.traffic().ratePerSecond())
                .sum();
    }
}
