package io.windrose.topology.layout;

import io.windrose.topology.Node;

/// Which frame a node stands in.
///
/// @param part 0 for the namespace's own frame; further ones where a newcomer found no room in it
public record Box(String cluster, String namespace, int part) implements Comparable<Box> {
    /// The frame of everything that is not in the mesh.
    public static final Box OUTSIDE = new Box("", "", 0);

    public static Box of(Node node) {
        boolean outside =
                node instanceof Node.Unknown
                        || node.namespace().isEmpty()
                        || node.namespace().equals("unknown");
        return outside ? OUTSIDE : new Box(node.cluster(), node.namespace(), 0);
    }

    public boolean isOutside() {
        return namespace.isEmpty();
    }

    /// What stands on the frame.
    public String title() {
        return isOutside() ? "outside the mesh" : namespace;
    }

    Box withPart(int newPart) {
        return new Box(cluster, namespace, newPart);
    }

    String id() {
        return cluster + "/" + namespace + "/" + part;
    }

    @Override
    public int compareTo(Box other) {
        return id().compareTo(other.id());
    }
}
