package io.windrose.runtime;

import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.tls.TlsClient;
import java.util.List;

/// A cluster that still lacks its hosts.
///
/// @param bare without localities
/// @param sockets how its hosts are spoken to
/// @param endpointsName under which its hosts are discovered; empty when they are not
record ClusterPlan(Cluster bare, SocketChoice sockets, String endpointsName) {

    Cluster with(EndpointSet endpoints) {
        return bare.withLocalities(endpoints.localities(sockets));
    }

    /// Every TLS context that a host of this cluster may need.
    List<TlsClient> contexts() {
        return sockets.contexts();
    }
}
