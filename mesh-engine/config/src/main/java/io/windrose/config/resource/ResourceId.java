package io.windrose.config.resource;

import io.windrose.kernel.NamespacedName;
import java.util.Comparator;

/// Which object of the configuration; ordered by kind, then namespace, then name.
public record ResourceId(Kind kind, NamespacedName name) implements Comparable<ResourceId> {
    private static final Comparator<ResourceId> ORDER =
            Comparator.comparing(ResourceId::kind).thenComparing(ResourceId::name);

    public static ResourceId of(Kind kind, String namespace, String name) {
        return new ResourceId(kind, new NamespacedName(namespace, name));
    }

    @Override
    public int compareTo(ResourceId other) {
        return ORDER.compare(this, other);
    }

    /// `VirtualService default/reviews`.
    @Override
    public String toString() {
        return kind.kindName() + " " + name;
    }
}
