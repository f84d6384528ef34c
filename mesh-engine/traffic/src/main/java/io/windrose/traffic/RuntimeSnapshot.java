package io.windrose.traffic;

import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.route.RouteTable;
import io.windrose.traffic.tls.SecretName;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything a proxy does, at one moment. What did not change from one snapshot to the next is the
/// very same object in both.
///
/// @param listeners by name
/// @param routes tables that listeners refer to by name
/// @param clusters by name
/// @param secrets every secret that a listener or cluster needs
public record RuntimeSnapshot(
        Map<String, Listener> listeners,
        Map<String, RouteTable> routes,
        Map<String, Cluster> clusters,
        Set<SecretName> secrets) {

    public static final RuntimeSnapshot EMPTY =
            new RuntimeSnapshot(Map.of(), Map.of(), Map.of(), Set.of());

    public RuntimeSnapshot {
        listeners = Map.copyOf(listeners);
        routes = Map.copyOf(routes);
        clusters = Map.copyOf(clusters);
        secrets = Set.copyOf(secrets);
    }

    /// @return null when the cluster is not there: the answer is 503 with flag `NC`
    public @Nullable Cluster cluster(String name) {
        return clusters.get(name);
    }

    /// @return null when the table is not there: the answer is 404 with flag `NR`
    public @Nullable RouteTable routes(HttpConnection.Routes from) {
        return switch (from) {
            case HttpConnection.Inline(var table) -> table;
            case HttpConnection.Named(var name) -> routes.get(name);
        };
    }
}
