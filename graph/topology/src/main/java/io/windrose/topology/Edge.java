package io.windrose.topology;

/// Traffic of one protocol from one node to another.
///
/// @param health [Health#NONE] while nothing flows
public record Edge(EdgeKey key, Traffic traffic, Health health) {

    public Node source() {
        return key.source();
    }

    public Node target() {
        return key.target();
    }
}
