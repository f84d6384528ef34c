package io.windrose.topology.build;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.TrafficWindow;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The graph while the stages work on it; a stage hands on a new draft and keeps none.
///
/// @param flows empty until the samples were read
/// @param pairs who asked how long it took; empty until the samples were read
/// @param nodes every end of an edge, and what else a stage put there
record Draft(
        TrafficWindow window,
        List<Flow> flows,
        List<TimedPair> pairs,
        SortedMap<Node, NodeState> nodes,
        SortedMap<EdgeKey, Traffic> edges) {

    static Draft of(TrafficWindow window) {
        return new Draft(window, List.of(), List.of(), new TreeMap<>(), new TreeMap<>());
    }

    Draft withFlows(List<Flow> newFlows, List<TimedPair> newPairs) {
        return new Draft(window, newFlows, newPairs, nodes, edges);
    }

    Draft withNodes(SortedMap<Node, NodeState> newNodes) {
        return new Draft(window, flows, pairs, newNodes, edges);
    }

    Draft withGraph(SortedMap<Node, NodeState> newNodes, SortedMap<EdgeKey, Traffic> newEdges) {
        return new Draft(window, flows, pairs, newNodes, newEdges);
    }
}
