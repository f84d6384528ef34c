package io.windrose.topology;

import io.windrose.topology.traffic.Protocol;
import java.util.Comparator;

/// The identity of an edge.
public record EdgeKey(Node source, Node target, Protocol protocol) implements Comparable<EdgeKey> {
    private static final Comparator<EdgeKey> ORDER =
            Comparator.comparing(EdgeKey::source)
                    .thenComparing(EdgeKey::target)
                    .thenComparing(EdgeKey::protocol);

    @Override
    public int compareTo(EdgeKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source.id() + " -> " + target.id() + " " + protocol.label();
    }
}
