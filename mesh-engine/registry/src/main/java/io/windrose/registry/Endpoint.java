package io.windrose.registry;

/// One address that answers for one port of a service.
///
/// @param workload the workload behind the address
/// @param port where the workload listens
/// @param servicePort the number of the service port that this is an endpoint of
/// @param address an IP address, a DNS name (resolution DNS) or `unix://` and a path
/// @param weight at least 1
/// @param mutualTls whether it takes mutual TLS: its workload has a proxy, and no rule disables it
public record Endpoint(
        Workload workload,
        String address,
        int port,
        int servicePort,
        int weight,
        Health health,
        boolean mutualTls) {

    /// Whether an endpoint takes traffic.
    public enum Health {
        HEALTHY,
        UNHEALTHY
    }
}
