package io.windrose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.route.Decision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RuntimeBuilderTest {
    private final RuntimeBuilder builder = new RuntimeBuilder();
    private ResourceSet resources = ResourceSet.EMPTY;

    @Test
    void aClusterWaitsForItsEndpoints() {
        var waiting = cluster("a", "");

        assertThat(waiting.warmingClusters()).containsExactly("a");
        assertThat(waiting.wantedEndpoints()).containsExactly("a");
        assertThat(waiting.snapshot().clusters()).isEmpty();
        var ready = endpoints("a", "10.0.0.1");
        assertThat(ready.warmingClusters()).isEmpty();
        assertThat(addresses(ready, "a")).containsExactly("10.0.0.1");
    }

    @Test
    void noEndpointsAreEndpointsToo() {
        cluster("a", "");
        var update =
                apply(
                        resources.listeners(),
                        resources.routes(),
                        resources.clusters(),
                        Map.of(
                                "a",
                                ClusterLoadAssignment.newBuilder().setClusterName("a").build()));

        assertThat(update.snapshot().clusters()).containsOnlyKeys("a");
    }

    @Test
    void aListenerWaitsForItsRoutesAndTheOneBeforeServesMeanwhile() {
        listener("in", "first", "");
        var first = routes("first", "a");
        var second = listener("in", "second", "");

        assertThat(first.snapshot().listeners()).containsOnlyKeys("in");
        assertThat(second.warmingListeners()).containsExactly("in");
        assertThat(second.snapshot()).isSameAs(first.snapshot());
        assertThat(second.wantedRoutes()).containsExactlyInAnyOrder("first", "second");
        assertThat(routes("second", "a").snapshot().listeners().get("in"))
                .isNotEqualTo(first.snapshot().listeners().get("in"));
    }

    @Test
    void aBadResourceIsNamedAndTheOthersApply() {
        cluster("good", "");
        cluster("bad", ", \"healthChecks\": [{}]");
        endpoints("good", "10.0.0.1");
        listener("odd", "r", ", {\"name\": \"shop.lua\"}");

        var update = routes("r", "good");

        assertThat(update.snapshot().clusters()).containsOnlyKeys("good");
        assertThat(update.rejections())
                .containsExactly(
                        new Rejection(
                                ResourceType.LISTENER,
                                "odd",
                                "HTTP filter 'shop.lua' has no settings;"
                                        + " the last HTTP filter must be the router"),
                        new Rejection(
                                ResourceType.CLUSTER,
                                "bad",
                                "active health checking is not supported"));
    }

    @Test
    void theLastGoodVersionOfABadResourceStays() {
        cluster("a", "");
        var good = endpoints("a", "10.0.0.1");
        var bad = cluster("a", ", \"healthChecks\": [{}]");

        assertThat(bad.rejections()).hasSize(1);
        assertThat(bad.snapshot()).isSameAs(good.snapshot());
        assertThat(cluster("a", "").rejections()).isEmpty();
    }

    @Test
    void optionalAndDisabledFiltersNeedNotBeKnown() {
        listener("a", "r", ", {\"name\": \"x\", \"isOptional\": true}, " + ROUTER);
        listener("b", "r", ", {\"name\": \"x\", \"disabled\": true}, " + ROUTER);

        assertThat(routes("r", "c").rejections()).isEmpty();
    }

    @Test
    void aTypedStructIsAsGoodAsTheMessageItself() {
        listener(
                "a",
                "r",
                """
                , {"name": "x", "typedConfig": {
                    "@type": "type.googleapis.com/xds.type.v3.TypedStruct",
                    "typeUrl": "type.googleapis.com/envoy.extensions.filters.http.fault.v3.HTTPFault",
                    "value": {"delay": {"fixed_delay": "2s", "percentage": {"numerator": 10}}}}},
                """
                        + ROUTER);

        assertThat(routes("r", "c").rejections()).isEmpty();
        assertThat(resources.listeners().keySet()).containsExactly("a");
    }

    @Test
    void whatDidNotChangeStaysTheSameObject() {
        cluster("a", "");
        cluster("b", "");
        endpoints("a", "10.0.0.1");
        var before = endpoints("b", "10.0.0.2").snapshot();

        var after = endpoints("b", "10.0.0.3").snapshot();

        assertThat(after.cluster("a")).isSameAs(before.cluster("a"));
        assertThat(after.cluster("b")).isNotSameAs(before.cluster("b"));
    }

    @Test
    void whatIsTakenBackIsGone() {
        cluster("a", "");
        endpoints("a", "10.0.0.1");

        var update = apply(Map.of(), Map.of(), Map.of(), resources.endpoints());

        assertThat(update.snapshot().clusters()).isEmpty();
        assertThat(update.wantedEndpoints()).isEmpty();
    }

    @Test
    void anEndpointIsSpokenToAsItsMetadataSays() {
        cluster(
                "a",
                """
                , "transportSocketMatches": [
                    {"name": "tls", "match": {"tlsMode": "istio"}, "transportSocket": {
                        "name": "envoy.transport_sockets.tls", "typedConfig": {
                        "@type": "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
                        "sni": "outbound_.80_._.a"}}},
                    {"name": "plain", "match": {}, "transportSocket": {
                        "name": "envoy.transport_sockets.raw_buffer"}}]
                """);
        var assignment =
                Golden.message(
                        """
                        {"clusterName": "a", "endpoints": [{"lbEndpoints": [
                            {"endpoint": {"address": {"socketAddress": {"address": "10.0.0.1", "portValue": 80}}},
                             "metadata": {"filterMetadata": {"envoy.transport_socket_match": {"tlsMode": "istio"}}}},
                            {"endpoint": {"address": {"socketAddress": {"address": "10.0.0.2", "portValue": 80}}}}]}]}
                        """,
                        ClusterLoadAssignment.getDefaultInstance());

        var update = apply(Map.of(), Map.of(), resources.clusters(), Map.of("a", assignment));

        var endpoints = served(update, "a").localities().getFirst().endpoints();
        assertThat(endpoints)
                .map(endpoint -> endpoint.tls() == null ? "plain" : endpoint.tls().sni())
                .containsExactly("outbound_.80_._.a", "plain");
    }

    @Test
    void aRouteToNowhereIsServedAllTheSame() {
        var table = routes("r", "nobody").snapshot().routes().get("r");

        assertThat(table).isNotNull();
        assertThat(table.hosts().getFirst().routes().getFirst().outcome())
                .isInstanceOfSatisfying(
                        io.windrose.traffic.route.Route.Always.class,
                        always ->
                                assertThat(((Decision.Forward) always.decision()).cluster())
                                        .isEqualTo("nobody"));
    }

    private static final String ROUTER =
            """
            {"name": "router", "typedConfig": {
                "@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"}}\
            """;

    private RuntimeUpdate cluster(String name, String more) {
        var cluster =
                Golden.message(
                        "{\"name\": \"%s\", \"type\": \"EDS\"%s}".formatted(name, more),
                        Cluster.getDefaultInstance());
        return apply(
                resources.listeners(),
                resources.routes(),
                with(resources.clusters(), name, cluster),
                resources.endpoints());
    }

    private RuntimeUpdate endpoints(String name, String address) {
        var assignment =
                Golden.message(
                        """
                        {"clusterName": "%s", "endpoints": [{"lbEndpoints": [{"endpoint": {
                            "address": {"socketAddress": {"address": "%s", "portValue": 80}}}}]}]}
                        """
                                .formatted(name, address),
                        ClusterLoadAssignment.getDefaultInstance());
        return apply(
                resources.listeners(),
                resources.routes(),
                resources.clusters(),
                with(resources.endpoints(), name, assignment));
    }

    /// @param filters behind `cors`; empty for just the router
    private RuntimeUpdate listener(String name, String routes, String filters) {
        var listener =
                Golden.message(
                        """
                        {"name": "%s", "address": {"socketAddress": {"address": "127.0.0.1", "portValue": 80}},
                         "filterChains": [{"filters": [{"name": "http", "typedConfig": {
                            "@type": "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
                            "rds": {"routeConfigName": "%s"},
                            "httpFilters": [{"name": "cors", "typedConfig": {
                                "@type": "type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors"}}%s]}}]}]}
                        """
                                .formatted(
                                        name, routes, filters.isEmpty() ? ", " + ROUTER : filters),
                        Listener.getDefaultInstance());
        return apply(
                with(resources.listeners(), name, listener),
                resources.routes(),
                resources.clusters(),
                resources.endpoints());
    }

    private RuntimeUpdate routes(String name, String cluster) {
        var table =
                Golden.message(
                        """
                        {"name": "%s", "virtualHosts": [{"name": "h", "domains": ["*"],
                         "routes": [{"match": {"prefix": "/"}, "route": {"cluster": "%s"}}]}]}
                        """
                                .formatted(name, cluster),
                        RouteConfiguration.getDefaultInstance());
        return apply(
                resources.listeners(),
                with(resources.routes(), name, table),
                resources.clusters(),
                resources.endpoints());
    }

    private RuntimeUpdate apply(
            Map<String, Listener> listeners,
            Map<String, RouteConfiguration> routes,
            Map<String, Cluster> clusters,
            Map<String, ClusterLoadAssignment> endpoints) {
        resources = new ResourceSet(listeners, routes, clusters, endpoints);
        return builder.apply(resources);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
        var more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    private static io.windrose.traffic.cluster.Cluster served(RuntimeUpdate update, String name) {
        return Objects.requireNonNull(update.snapshot().cluster(name));
    }

    private static Iterable<String> addresses(RuntimeUpdate update, String cluster) {
        return served(update, cluster).localities().stream()
                .flatMap(locality -> locality.endpoints().stream())
                .map(Endpoint::address)
                .toList();
    }
}
