package io.windrose.config.resource;

import io.windrose.kernel.NamespacedName;

/// Which object of the configuration; ordered by kind, then namespace, then name.
public record ResourceId(Kind kind, NamespacedName name) implements Comparable<ResourceId> {
    public static ResourceId of(Kind kind, String namespace, String name) {
        return new ResourceId(kind, new NamespacedName(namespace, name));
    }

    @Override
    public int compareTo(ResourceId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? name.compareTo(other.name) : byKind;
    }

    /// `VirtualService default/reviews`.
    @Override
    public String toString() {
        return kind.kindName() + " " + name;
    }
}
