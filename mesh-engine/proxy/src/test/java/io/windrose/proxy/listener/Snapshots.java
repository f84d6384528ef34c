package io.windrose.proxy.listener;

import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.Http2Settings;
import io.windrose.traffic.cluster.HttpProtocol;
import io.windrose.traffic.cluster.LoadBalancing;
import io.windrose.traffic.cluster.Locality;
import io.windrose.traffic.fault.FaultPlan;
import io.windrose.traffic.listener.ChainMatch;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.HttpFilter;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.listener.Terminal;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.retry.RetryPolicy;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.HostRewrite;
import io.windrose.traffic.route.PathMatch;
import io.windrose.traffic.route.PathRewrite;
import io.windrose.traffic.route.Route;
import io.windrose.traffic.route.RouteFacts;
import io.windrose.traffic.route.RouteMatch;
import io.windrose.traffic.route.RouteTable;
import io.windrose.traffic.route.RouteTimeouts;
import io.windrose.traffic.route.VirtualHost;
import io.windrose.traffic.tls.TlsClient;
import io.windrose.traffic.tls.TlsServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Small configurations for the tests.
final class Snapshots {
    static final String LISTENER = "in";

    private Snapshots() {}

    static RuntimeSnapshot of(Listener listener, Cluster... clusters) {
        return new RuntimeSnapshot(
                Map.of(listener.name(), listener),
                Map.of(),
                Arrays.stream(clusters)
                        .collect(Collectors.toMap(Cluster::name, Function.identity())),
                Set.of());
    }

    static RuntimeSnapshot forwarding(int port) {
        return of(http(to(Decision.Forward.to("app"))), cluster("app", port));
    }

    static RouteTable to(Decision... decisions) {
        var routes =
                Arrays.stream(decisions)
                        .map(decision ->
                                new Route(
                                        RouteMatch.of(new PathMatch.Prefix("/", false)),
                                        new Route.Always(decision)))
                        .toList();
        return new RouteTable(
                "routes",
                List.of(new VirtualHost("app", List.of("*"), VirtualHost.TlsDemand.NONE, routes)),
                true);
    }

    static Listener http(RouteTable table, HttpFilter... filters) {
        return http(table, null, filters);
    }

    static Listener http(RouteTable table, @Nullable TlsServer tls, HttpFilter... filters) {
        return listener(manager(table, filters), tls);
    }

    static Listener listener(Terminal terminal, @Nullable TlsServer tls) {
        return new Listener(
                LISTENER,
                "127.0.0.1",
                0,
                true,
                false,
                tls == null ? Listener.Direction.OUTBOUND : Listener.Direction.INBOUND,
                List.of(),
                Duration.ZERO,
                true,
                List.of(
                        new FilterChain(
                                "chain", ChainMatch.ANY, tls, List.of(), terminal, Duration.ZERO)),
                null,
                List.of(),
                1024 * 1024);
    }

    static HttpConnection manager(RouteTable table, HttpFilter... filters) {
        return manager(table, HttpConnection.Timeouts.DEFAULT, filters);
    }

    /// @param request for all of a request to arrive
    static Listener impatient(RouteTable table, Duration request) {
        var none = Duration.ZERO;
        var timeouts =
                new HttpConnection.Timeouts(none, none, request, none, none, none, none, none);
        return listener(manager(table, timeouts), null);
    }

    private static HttpConnection manager(
            RouteTable table, HttpConnection.Timeouts timeouts, HttpFilter... filters) {
        return new HttpConnection(
                "in",
                HttpConnection.Codec.AUTO,
                new HttpConnection.Inline(table),
                List.of(filters),
                new HttpConnection.Paths(true, false, HttpConnection.EscapedSlashes.KEEP),
                new HttpConnection.Client(false, 0, false, false),
                new HttpConnection.Certificate(
                        HttpConnection.Forwarding.APPEND_FORWARD, true, true, true, false, false),
                timeouts,
                HttpConnection.Limits.DEFAULT,
                Http2Settings.DEFAULT,
                "envoy",
                HttpConnection.ServerHeader.OVERWRITE,
                "",
                new HttpConnection.RequestId(true, false, false),
                Set.of("websocket"),
                true,
                false,
                false,
                List.of(),
                null);
    }

    static Cluster cluster(String name, int... ports) {
        return cluster(name, HttpProtocol.Choice.HTTP1, null, CircuitBreakers.DEFAULT, ports);
    }

    static Cluster cluster(
            String name,
            HttpProtocol.Choice choice,
            @Nullable TlsClient tls,
            CircuitBreakers breakers,
            int... ports) {
        var turns = LoadBalancing.of(new LoadBalancing.RoundRobin());
        return cluster(name, turns, choice, tls, breakers, ports);
    }

    static Cluster byHash(String name, int... ports) {
        var ring = LoadBalancing.of(new LoadBalancing.RingHash(1024, 8_388_608));
        return cluster(name, ring, HttpProtocol.Choice.HTTP1, null, CircuitBreakers.DEFAULT, ports);
    }

    private static Cluster cluster(
            String name,
            LoadBalancing balancing,
            HttpProtocol.Choice choice,
            @Nullable TlsClient tls,
            CircuitBreakers breakers,
            int... ports) {
        var endpoints =
                IntStream.of(ports)
                        .mapToObj(port ->
                                new Endpoint(
                                        "127.0.0.1", port, "", 1, Endpoint.Health.HEALTHY, tls, ""))
                        .toList();
        return new Cluster(
                name,
                Cluster.Type.STATIC,
                List.of(new Locality("", "", "", 0, 0, endpoints)),
                balancing,
                Duration.ofSeconds(5),
                breakers,
                null,
                null,
                new HttpProtocol(
                        choice,
                        HttpProtocol.DEFAULT_IDLE,
                        Duration.ZERO,
                        0,
                        Http2Settings.DEFAULT,
                        false),
                "",
                List.of(),
                true,
                true,
                null,
                null,
                Cluster.DEFAULT_BUFFER_LIMIT);
    }

    /// To the cluster `app`.
    ///
    /// @param timeout of the whole request; zero is none
    static Decision.Forward forward(RetryPolicy retries, Duration timeout, RouteFacts facts) {
        return new Decision.Forward(
                facts,
                "app",
                RouteTimeouts.total(timeout),
                retries,
                new PathRewrite.Unchanged(),
                new HostRewrite.Unchanged(),
                false,
                List.of(),
                List.of(),
                503);
    }

    static RouteFacts withFault(FaultPlan plan) {
        var none = RouteFacts.NONE;
        return new RouteFacts(
                "faulty",
                none.virtualHost(),
                none.operation(),
                none.requestHeaders(),
                none.responseHeaders(),
                plan,
                null,
                Map.of(),
                false);
    }

    static FaultPlan abort(int status) {
        return new FaultPlan(
                Duration.ZERO, Fraction.NEVER, status, 0, Fraction.ALWAYS, "", List.of());
    }
}
