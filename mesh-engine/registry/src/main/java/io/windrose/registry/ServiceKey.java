package io.windrose.registry;

import io.windrose.kernel.Hostname;
import java.util.Comparator;

/// What tells services apart: one host may be defined in several namespaces.
public record ServiceKey(String namespace, Hostname host) implements Comparable<ServiceKey> {
    private static final Comparator<ServiceKey> ORDER =
            Comparator.comparing(ServiceKey::host).thenComparing(ServiceKey::namespace);

    @Override
    public int compareTo(ServiceKey other) {
        return ORDER.compare(this, other);
    }

    /// `namespace/host`, as Sidecars write it.
    @Override
    public String toString() {
        return namespace + "/" + host;
    }
}
