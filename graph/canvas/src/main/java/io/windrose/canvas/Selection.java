package io.windrose.canvas;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;

/// What is chosen or pointed at.
public sealed interface Selection {
    Selection NOTHING = new Nothing();

    record Nothing() implements Selection {}

    record OfNode(Node node) implements Selection {}

    record OfEdge(EdgeKey key) implements Selection {}
}
