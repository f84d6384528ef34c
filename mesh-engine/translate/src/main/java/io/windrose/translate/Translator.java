package io.windrose.translate;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.windrose.translate.cluster.Clusters;
import io.windrose.translate.cluster.Endpoints;
import io.windrose.translate.cluster.Secrets;
import io.windrose.translate.listener.Listeners;
import io.windrose.translate.route.Routes;
import io.windrose.translate.scope.ProxyScope;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Turns one proxy's scope into all that the proxy is sent.
///
/// A pure function: equal scopes give equal resources, byte for byte.
public final class Translator {

    private Translator() {}

    public static XdsResources resources(ProxyScope scope) {
        var byType = new EnumMap<XdsType, SortedMap<String, XdsResource>>(XdsType.class);
        var clusters = Clusters.of(scope);
        byType.put(XdsType.CDS, named(XdsType.CDS, clusters, Cluster::getName));
        byType.put(
                XdsType.EDS,
                named(XdsType.EDS, Endpoints.of(scope), ClusterLoadAssignment::getClusterName));
        var listeners = Listeners.of(scope);
        byType.put(XdsType.LDS, named(XdsType.LDS, listeners.all(), Listener::getName));
        byType.put(
                XdsType.RDS,
                named(
                        XdsType.RDS,
                        Routes.of(scope, listeners.routes()),
                        RouteConfiguration::getName));
        byType.put(XdsType.SDS, named(XdsType.SDS, Secrets.of(scope), Secret::getName));
        return new XdsResources(byType);
    }

    /// Of several resources with one name the first counts.
    private static <M extends Message> SortedMap<String, XdsResource> named(
            XdsType type, List<M> messages, Function<M, String> name) {
        var resources = new TreeMap<String, XdsResource>();
        for (var message : messages) {
            var key = name.apply(message);
            resources.computeIfAbsent(key, _ -> XdsResource.of(type, key, message));
        }
        return resources;
    }
}
