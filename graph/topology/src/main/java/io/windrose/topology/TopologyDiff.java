package io.windrose.topology;

import java.util.Set;
import java.util.TreeSet;

/// What came, went and changed between two moments.
///
/// @param changedNodes in both, but with another state
/// @param changedEdges in both, but with other traffic or health
public record TopologyDiff(
        Set<Node> newNodes,
        Set<Node> goneNodes,
        Set<Node> changedNodes,
        Set<EdgeKey> newEdges,
        Set<EdgeKey> goneEdges,
        Set<EdgeKey> changedEdges) {

    public static TopologyDiff between(TopologySnapshot before, TopologySnapshot after) {
        var changedNodes = new TreeSet<Node>();
        before.nodes()
                .forEach((node, state) -> {
                    var now = after.nodes().get(node);
                    if (now != null && !now.equals(state)) {
                        changedNodes.add(node);
                    }
                });
        var changedEdges = new TreeSet<EdgeKey>();
        before.edges()
                .forEach((key, edge) -> {
                    var now = after.edges().get(key);
                    if (now != null && !now.equals(edge)) {
                        changedEdges.add(key);
                    }
                });
        return new TopologyDiff(
                minus(after.nodes().keySet(), before.nodes().keySet()),
                minus(before.nodes().keySet(), after.nodes().keySet()),
                changedNodes,
                minus(after.edges().keySet(), before.edges().keySet()),
                minus(before.edges().keySet(), after.edges().keySet()),
                changedEdges);
    }

    public boolean isEmpty() {
        return newNodes.isEmpty()
                && goneNodes.isEmpty()
                && changedNodes.isEmpty()
                && newEdges.isEmpty()
                && goneEdges.isEmpty()
                && changedEdges.isEmpty();
    }

    private static <T extends Comparable<? super T>> Set<T> minus(Set<T> left, Set<T> right) {
        var difference = new TreeSet<>(left);
        difference.removeAll(right);
        return difference;
    }
}
