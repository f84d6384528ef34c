package io.windrose.runtime;

import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.tls.TlsClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster that still lacks its hosts.
///
/// @param bare without localities
/// @param sockets how its hosts are spoken to
/// @param endpointsName under which its hosts are discovered; empty when they are not
/// @param inline the hosts that came with the cluster; null when they are discovered
record ClusterPlan(
        Cluster bare, SocketChoice sockets, String endpointsName, @Nullable EndpointSet inline) {

    Cluster with(EndpointSet endpoints) {
        return bare.withLocalities(endpoints.localities(sockets));
    }

    /// Every TLS context that a host of this cluster may need.
    List<TlsClient> contexts() {
        return sockets.contexts();
    }
}
