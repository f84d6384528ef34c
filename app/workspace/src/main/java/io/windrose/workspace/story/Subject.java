package io.windrose.workspace.story;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;

/// What is asked about.
public sealed interface Subject {
    Subject MESH = new Mesh();

    /// All of what the picture shows.
    record Mesh() implements Subject {}

    record OfNode(Node node) implements Subject {}

    record OfEdge(EdgeKey key) implements Subject {}
}
