package io.windrose.runtime;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.Map;

/// Every resource that a proxy has been given and that has not been taken back, static ones
/// included, each by name. Of a resource that was refused it holds the newest version all the same:
/// the builder remembers the last good one.
///
/// @param endpoints by the service name that clusters ask for
public record ResourceSet(
        Map<String, Listener> listeners,
        Map<String, RouteConfiguration> routes,
        Map<String, Cluster> clusters,
        Map<String, ClusterLoadAssignment> endpoints) {

    public static final ResourceSet EMPTY = new ResourceSet(Map.of(), Map.of(), Map.of(), Map.of());

    public ResourceSet {
        listeners = Map.copyOf(listeners);
        routes = Map.copyOf(routes);
        clusters = Map.copyOf(clusters);
        endpoints = Map.copyOf(endpoints);
    }
}
