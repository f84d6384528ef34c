package io.windrose.proxy.admin;

import io.envoyproxy.envoy.admin.v3.ClusterStatus;
import io.envoyproxy.envoy.admin.v3.Clusters;
import io.envoyproxy.envoy.admin.v3.HostHealthStatus;
import io.envoyproxy.envoy.admin.v3.HostStatus;
import io.envoyproxy.envoy.admin.v3.ListenerStatus;
import io.envoyproxy.envoy.admin.v3.Listeners;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.Locality;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/// Clusters with their hosts, and listeners, as Envoy lists them; by name.
final class Listings {
    private Listings() {}

    static Clusters clusters(RuntimeSnapshot runtime) {
        var all = Clusters.newBuilder();
        new TreeMap<>(runtime.clusters())
                .values()
                .forEach(each -> all.addClusterStatuses(status(each)));
        return all.build();
    }

    private static ClusterStatus status(Cluster cluster) {
        var status =
                ClusterStatus.newBuilder()
                        .setName(cluster.name())
                        .setAddedViaApi(true)
                        .setObservabilityName(cluster.name());
        for (var locality : cluster.localities()) {
            locality.endpoints().forEach(each -> status.addHostStatuses(status(locality, each)));
        }
        return status.build();
    }

    private static HostStatus status(Locality locality, Endpoint endpoint) {
        var health =
                switch (endpoint.health()) {
                    case HEALTHY -> HealthStatus.HEALTHY;
                    case DEGRADED -> HealthStatus.DEGRADED;
                    case UNHEALTHY -> HealthStatus.UNHEALTHY;
                    case DRAINING -> HealthStatus.DRAINING;
                };
        return HostStatus.newBuilder()
                .setAddress(address(endpoint.address(), endpoint.port()))
                .setHealthStatus(HostHealthStatus.newBuilder().setEdsHealthStatus(health))
                .setWeight(endpoint.weight())
                .setHostname(endpoint.hostname())
                .setPriority(locality.priority())
                .setLocality(
                        io.envoyproxy.envoy.config.core.v3.Locality.newBuilder()
                                .setRegion(locality.region())
                                .setZone(locality.zone())
                                .setSubZone(locality.subZone()))
                .build();
    }

    private static Address address(String host, int port) {
        var address = Address.newBuilder();
        return port < 0
                ? address.setPipe(
                                io.envoyproxy.envoy.config.core.v3.Pipe.newBuilder().setPath(host))
                        .build()
                : address.setSocketAddress(
                                SocketAddress.newBuilder().setAddress(host).setPortValue(port))
                        .build();
    }

    /// `name::address::statistic::value` lines.
    static String clusterText(RuntimeSnapshot runtime) {
        var text = new StringBuilder();
        for (var cluster : new TreeMap<>(runtime.clusters()).values()) {
            var name = cluster.name();
            text.append(name).append("::observability_name::").append(name).append('\n');
            for (var locality : cluster.localities()) {
                for (var host : locality.endpoints()) {
                    var front = name + "::" + host.key() + "::";
                    text.append(front)
                            .append("health_flags::")
                            .append(
                                    host.health() == Endpoint.Health.HEALTHY
                                            ? "healthy"
                                            : "/failed_eds_health")
                            .append('\n');
                    text.append(front).append("weight::").append(host.weight()).append('\n');
                    text.append(front).append("region::").append(locality.region()).append('\n');
                    text.append(front).append("zone::").append(locality.zone()).append('\n');
                    text.append(front)
                            .append("priority::")
                            .append(locality.priority())
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    static Listeners listeners(Map<String, InetSocketAddress> listening) {
        var all = Listeners.newBuilder();
        new TreeMap<>(listening)
                .forEach((name, address) ->
                        all.addListenerStatuses(
                                ListenerStatus.newBuilder()
                                        .setName(name)
                                        .setLocalAddress(
                                                address(host(address), address.getPort()))));
        return all.build();
    }

    /// `name::address` lines.
    static String listenerText(Map<String, InetSocketAddress> listening) {
        var text = new StringBuilder();
        new TreeMap<>(listening)
                .forEach((name, address) ->
                        text.append(name)
                                .append("::")
                                .append(host(address))
                                .append(':')
                                .append(address.getPort())
                                .append('\n'));
        return text.toString();
    }

    private static String host(InetSocketAddress address) {
        return address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }
}
