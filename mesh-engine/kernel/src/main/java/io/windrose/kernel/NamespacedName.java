package io.windrose.kernel;

/// The name of a Kubernetes object; `namespace` is empty for kinds that have none.
public record NamespacedName(String namespace, String name) implements Comparable<NamespacedName> {
    @Override
    public int compareTo(NamespacedName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace == 0 ? name.compareTo(other.name) : byNamespace;
    }

    /// `namespace/name`, or the name alone where there is no namespace.
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
