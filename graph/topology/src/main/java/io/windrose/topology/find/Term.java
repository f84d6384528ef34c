package io.windrose.topology.find;

import io.windrose.topology.Edge;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;

/// One comparison or one claim.
sealed interface Term {

    /// About a node; rates need the graph around it.
    non-sealed interface OfNode extends Term {
        boolean test(NodeState node, TopologySnapshot in);
    }

    /// About an edge.
    non-sealed interface OfEdge extends Term {
        boolean test(Edge edge);
    }
}
