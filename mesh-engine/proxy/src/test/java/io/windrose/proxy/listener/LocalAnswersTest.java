package io.windrose.proxy.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.traffic.authorize.Authorizer;
import io.windrose.traffic.authorize.RbacRules;
import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.HttpProtocol;
import io.windrose.traffic.fault.FaultPlan;
import io.windrose.traffic.listener.HttpFilter;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.retry.RetryPolicy;
import io.windrose.traffic.route.Decision;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a proxy answers by itself, with the flags and details that tell why.
final class LocalAnswersTest {
    private static final EventLoops LOOPS = EventLoops.of(2);

    private final Rig rig = new Rig(LOOPS, SecretSnapshot.EMPTY, "client");

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void closeLoops() {
        LOOPS.close();
    }

    @Test
    void noRouteIs404() {
        rig.apply(Snapshots.of(Snapshots.http(Snapshots.to(new Decision.NoRoute()))));

        assertThat(Wire.status(rig.get("/"))).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(Wire.outcome(rig.done())).isEqualTo("404 NR route_not_found");
    }

    @Test
    void anUnknownClusterIs503() {
        rig.apply(Snapshots.of(Snapshots.http(Snapshots.to(Decision.Forward.to("gone")))));

        assertThat(Wire.status(rig.get("/"))).isEqualTo("HTTP/1.1 503 Service Unavailable");
        assertThat(Wire.outcome(rig.done())).isEqualTo("503 NC cluster_not_found");
    }

    @Test
    void aClusterWithoutHostsIs503() {
        rig.apply(
                Snapshots.of(
                        Snapshots.http(Snapshots.to(Decision.Forward.to("app"))),
                        Snapshots.cluster("app")));

        assertThat(Wire.body(rig.get("/"))).isEqualTo("no healthy upstream");
        assertThat(Wire.outcome(rig.done())).isEqualTo("503 UH no_healthy_upstream");
    }

    @Test
    void aRefusedConnectionIs503AndTellsStrangersNoReason() throws IOException {
        rig.apply(Snapshots.forwarding(Wire.closedPort()));

        assertThat(Wire.body(rig.get("/")))
                .isEqualTo(
                        "upstream connect error or disconnect/reset before headers. reset reason:"
                                + " remote connection failure");
        assertThat(rig.done().flags().text()).isEqualTo("UF");
    }

    @Test
    void anOpenBreakerIs503AndSaysSo() {
        rig.apply(
                Snapshots.of(
                        Snapshots.http(Snapshots.to(Decision.Forward.to("app"))),
                        Snapshots.cluster(
                                "app",
                                HttpProtocol.Choice.HTTP1,
                                null,
                                new CircuitBreakers(1, 1, 0, 0, -1, 0),
                                9)));

        assertThat(rig.get("/")).contains("x-envoy-overloaded: true", "reset reason: overflow");
        assertThat(rig.done().flags().text()).isEqualTo("UO");
    }

    @Test
    void whoIsNotAllowedIs403() {
        var nobody = new Authorizer(Authorizer.Action.ALLOW, List.of());
        rig.apply(
                Snapshots.of(
                        Snapshots.http(
                                Snapshots.to(new Decision.NoRoute()),
                                new HttpFilter.Rbac("rbac", new RbacRules(nobody, null, "")))));

        assertThat(Wire.body(rig.get("/"))).isEqualTo("RBAC: access denied");
        assertThat(Wire.outcome(rig.done()))
                .isEqualTo("403 - rbac_access_denied_matched_policy[none]");
    }

    @Test
    void aFaultAnswersForTheApplication() {
        var facts = Snapshots.withFault(Snapshots.abort(418));
        rig.apply(
                Snapshots.of(
                        Snapshots.http(
                                Snapshots.to(
                                        Snapshots.forward(RetryPolicy.NONE, Duration.ZERO, facts)),
                                new HttpFilter.Fault(FaultPlan.NONE)),
                        Snapshots.cluster("app")));

        assertThat(Wire.body(rig.get("/"))).isEqualTo("fault filter abort");
        assertThat(Wire.outcome(rig.done())).isEqualTo("418 FI fault_filter_abort");
    }

    @Test
    void aDelayPassesBeforeTheRequestGoesOn() {
        var plan =
                new FaultPlan(
                        Duration.ofMillis(150),
                        Fraction.ALWAYS,
                        0,
                        0,
                        Fraction.NEVER,
                        "",
                        List.of());
        try (var app = TestServer.http1(LOOPS, _ -> Wire.HELLO)) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(
                                    Snapshots.to(
                                            Snapshots.forward(
                                                    RetryPolicy.NONE,
                                                    Duration.ZERO,
                                                    Snapshots.withFault(plan))),
                                    new HttpFilter.Fault(FaultPlan.NONE)),
                            Snapshots.cluster("app", app.port())));

            assertThat(Wire.body(rig.get("/"))).isEqualTo("hello");
            var done = rig.done();
            assertThat(Wire.outcome(done)).isEqualTo("200 DI via_upstream");
            assertThat(done.timing().totalNanos()).isGreaterThan(140_000_000L);
        }
    }

    @Test
    void whatIsNoHttpIs400() {
        rig.apply(Snapshots.forwarding(9));

        assertThat(Wire.status(rig.send("GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n")))
                .isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(rig.done().flags().text()).isEqualTo("DPE");
    }

    @Test
    void aRequestThatDoesNotComeWholeInTimeIs408() {
        try (var app = TestServer.http1(LOOPS, _ -> Wire.HELLO)) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.impatient(
                                    Snapshots.to(Decision.Forward.to("app")),
                                    Duration.ofMillis(100)),
                            Snapshots.cluster("app", app.port())));

            var response = rig.send("POST / HTTP/1.1\r\nhost: app\r\ncontent-length: 5\r\n\r\nhel");

            assertThat(Wire.status(response)).isEqualTo("HTTP/1.1 408 Request Timeout");
            assertThat(Wire.body(response)).isEqualTo("request timeout");
            assertThat(Wire.outcome(rig.done())).isEqualTo("408 - request_overall_timeout");
            assertThat(Wire.status(rig.get("/"))).isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
