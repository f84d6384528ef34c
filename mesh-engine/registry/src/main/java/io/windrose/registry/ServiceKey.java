package io.windrose.registry;

import io.windrose.kernel.Hostname;

/// What tells services apart: one host may be defined in several namespaces.
public record ServiceKey(String namespace, Hostname host) implements Comparable<ServiceKey> {

    @Override
    public int compareTo(ServiceKey other) {
        int byHost = host.compareTo(other.host);
        return byHost == 0 ? namespace.compareTo(other.namespace) : byHost;
    }

    /// `namespace/host`, as Sidecars write it.
    @Override
    public String toString() {
        return namespace + "/" + host;
    }
}
