package io.windrose.traffic.cluster;

import io.windrose.traffic.tls.TlsClient;
import org.jspecify.annotations.Nullable;

/// One host of a cluster.
///
/// @param address an IP address, a name to be resolved (clusters by DNS), or a path with `port` -1
/// @param port 1 to 65535; -1 for a pipe
/// @param hostname for host rewriting; empty when unknown
/// @param weight at least 1
/// @param tls how to speak to this host; null for plain
/// @param workload Istio's `workload;namespace;canonical name;revision;cluster`; empty when unknown
public record Endpoint(
        String address,
        int port,
        String hostname,
        int weight,
        Health health,
        @Nullable TlsClient tls,
        String workload) {

    /// What the control plane says of a host. What it does not know counts as healthy.
    public enum Health {
        HEALTHY,
        DEGRADED,
        UNHEALTHY,
        DRAINING
    }

    /// The name by which state about this host is kept, e.g. `10.1.2.3:9080`.
    public String key() {
        return port < 0 ? address : address + ":" + port;
    }

    public Endpoint withAddress(String newAddress, int newPort) {
        return new Endpoint(newAddress, newPort, hostname, weight, health, tls, workload);
    }

    public Endpoint withTls(@Nullable TlsClient newTls) {
        return new Endpoint(address, port, hostname, weight, health, newTls, workload);
    }
}
