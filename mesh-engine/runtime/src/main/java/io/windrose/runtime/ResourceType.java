package io.windrose.runtime;

/// The kinds of resources that a snapshot is made from.
public enum ResourceType {
    LISTENER("type.googleapis.com/envoy.config.listener.v3.Listener"),
    ROUTES("type.googleapis.com/envoy.config.route.v3.RouteConfiguration"),
    CLUSTER("type.googleapis.com/envoy.config.cluster.v3.Cluster"),
    ENDPOINTS("type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment");

    private final String typeUrl;

    ResourceType(String typeUrl) {
        this.typeUrl = typeUrl;
    }

    public String typeUrl() {
        return typeUrl;
    }
}
