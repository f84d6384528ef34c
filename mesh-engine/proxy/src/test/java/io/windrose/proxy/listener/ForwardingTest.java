package io.windrose.proxy.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.proxy.done.Done;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.traffic.authorize.Authorizer;
import io.windrose.traffic.authorize.RbacRules;
import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.HttpProtocol;
import io.windrose.traffic.fault.FaultPlan;
import io.windrose.traffic.listener.HttpFilter;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.retry.RetryCondition;
import io.windrose.traffic.retry.RetryPolicy;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.HostRewrite;
import io.windrose.traffic.route.PathRewrite;
import io.windrose.traffic.route.Route;
import io.windrose.traffic.route.RouteFacts;
import io.windrose.traffic.route.RouteTable;
import io.windrose.traffic.route.RouteTimeouts;
import io.windrose.traffic.route.VirtualHost;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of requests, one outcome after another, over real sockets.
final class ForwardingTest {
    private static final EventLoops LOOPS = EventLoops.of(2);

    private static final String CHUNKED_POST =
            String.join(
                    "\r\n",
                    "POST / HTTP/1.1",
                    "host: app",
                    "connection: close",
                    "transfer-encoding: chunked",
                    "",
                    "3",
                    "abc",
                    "2",
                    "de",
                    "0",
                    "",
                    "");

    private final Rig rig = new Rig(LOOPS, SecretSnapshot.EMPTY, "client");

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void closeLoops() {
        LOOPS.close();
    }

    private static TestServer.Answer ok() {
        return new TestServer.Answer.Say(200, "hello");
    }

    private static String bodyOf(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }

    private static String statusOf(String response) {
        return response.substring(0, response.indexOf("\r\n"));
    }

    private static String outcome(Done done) {
        return done.response().code() + " " + done.flags().text() + " " + done.response().details();
    }

    @Test
    void aRequestReachesTheApplicationAndItsAnswerTheClient() {
        try (var app = TestServer.http1(LOOPS, _ -> ok())) {
            rig.apply(Snapshots.forwarding(app.port()));

            var response = rig.get("/a?b=c", "x-custom: 1", "te: gzip", "keep-alive: 5");

            assertThat(statusOf(response)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(bodyOf(response)).isEqualTo("hello");
            assertThat(response).contains("server: envoy", "x-envoy-upstream-service-time: ");
            var asked = app.asked().getFirst();
            assertThat(asked.path().toString()).isEqualTo("/a?b=c");
            assertThat(asked.authority().toString()).isEqualTo("app");
            assertThat(asked.headers().text("x-custom")).isEqualTo("1");
            assertThat(asked.headers().text("x-forwarded-proto")).isEqualTo("http");
            assertThat(asked.headers().text("x-request-id")).hasSize(36);
            assertThat(asked.headers().text("te")).isEmpty();
            assertThat(outcome(rig.done())).isEqualTo("200 - via_upstream");
        }
    }

    @ParameterizedTest
    @EnumSource(HttpProtocol.Choice.class)
    void everyProtocolCarriesBodiesBothWays(HttpProtocol.Choice choice) {
        boolean http2 = choice == HttpProtocol.Choice.HTTP2;
        try (var app =
                http2
                        ? TestServer.http2(LOOPS, _ -> new TestServer.Answer.Echo())
                        : TestServer.http1(LOOPS, _ -> new TestServer.Answer.Echo())) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(Snapshots.to(Decision.Forward.to("app"))),
                            Snapshots.cluster(
                                    "app", choice, null, CircuitBreakers.DEFAULT, app.port())));
            var body = "0123456789".repeat(300_000);

            var response =
                    rig.send(
                            "POST / HTTP/1.1\r\nhost: app\r\nconnection: close\r\ncontent-length: "
                                    + body.length()
                                    + "\r\n\r\n"
                                    + body);

            assertThat(bodyOf(response)).isEqualTo(body);
            var done = rig.done();
            assertThat(done.request().bodyBytes()).isEqualTo(body.length());
            assertThat(done.upstream().protocol()).isEqualTo(http2 ? "HTTP/2" : "HTTP/1.1");
        }
    }

    @Test
    void twoProxiesSpeakHttp2WithOneAnother() {
        try (var app = TestServer.http2(LOOPS, _ -> new TestServer.Answer.Echo());
                var second = new Rig(LOOPS, SecretSnapshot.EMPTY, "server")) {
            second.apply(
                    Snapshots.of(
                            Snapshots.http(Snapshots.to(Decision.Forward.to("app"))),
                            Snapshots.cluster(
                                    "app",
                                    HttpProtocol.Choice.AS_DOWNSTREAM,
                                    null,
                                    CircuitBreakers.DEFAULT,
                                    app.port())));
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(Snapshots.to(Decision.Forward.to("peer"))),
                            Snapshots.cluster(
                                    "peer",
                                    HttpProtocol.Choice.HTTP2,
                                    null,
                                    CircuitBreakers.DEFAULT,
                                    second.port())));

            var response = rig.send(CHUNKED_POST);

            assertThat(response).contains("abcde");
            assertThat(second.done().request().protocol()).isEqualTo("HTTP/2");

            second.plane.drain(Duration.ofMinutes(1));

            assertThat(rig.send(CHUNKED_POST)).contains("abcde");
        }
    }

    @Test
    void aNewTableAppliesToTheNextRequestOnTheSameConnection() throws IOException {
        try (var one = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "one"));
                var two = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "two"))) {
            var listener = Snapshots.http(Snapshots.to(Decision.Forward.to("app")));
            rig.apply(Snapshots.of(listener, Snapshots.cluster("app", one.port())));
            try (var socket = rig.connect()) {
                assertThat(ask(socket)).isEqualTo("one");

                rig.apply(Snapshots.of(listener, Snapshots.cluster("app", two.port())));

                assertThat(ask(socket)).isEqualTo("two");
            }
        }
    }

    private static String ask(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write("GET / HTTP/1.1\r\nhost: app\r\n\r\n".getBytes(US_ASCII));
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) socket.getInputStream().read());
        }
        return new String(socket.getInputStream().readNBytes(3), US_ASCII);
    }

    @Test
    void weightsDivideRequests() {
        try (var app = TestServer.http1(LOOPS, head -> new TestServer.Answer.Say(200, ""))) {
            var split =
                    Route.ByWeight.of(
                            List.of(Decision.Forward.to("app"), Decision.Forward.to("none")),
                            List.of(75, 25));
            var table = Snapshots.to(new Decision.NoRoute());
            var weighted =
                    new RouteTable(
                            "weighted",
                            List.of(
                                    new VirtualHost(
                                            "app",
                                            List.of("*"),
                                            VirtualHost.TlsDemand.NONE,
                                            List.of(
                                                    new Route(
                                                            table.hosts()
                                                                    .getFirst()
                                                                    .routes()
                                                                    .getFirst()
                                                                    .match(),
                                                            split)))),
                            true);
            rig.apply(Snapshots.of(Snapshots.http(weighted), Snapshots.cluster("app", app.port())));

            int found = 0;
            for (int i = 0; i < 200; i++) {
                found += statusOf(rig.get("/")).contains("200") ? 1 : 0;
            }

            assertThat(found).isBetween(120, 180);
        }
    }

    @Test
    void noRouteIs404() {
        rig.apply(Snapshots.of(Snapshots.http(Snapshots.to(new Decision.NoRoute()))));

        assertThat(statusOf(rig.get("/"))).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(outcome(rig.done())).isEqualTo("404 NR route_not_found");
    }

    @Test
    void anUnknownClusterIs503() {
        rig.apply(Snapshots.of(Snapshots.http(Snapshots.to(Decision.Forward.to("gone")))));

        assertThat(statusOf(rig.get("/"))).isEqualTo("HTTP/1.1 503 Service Unavailable");
        assertThat(outcome(rig.done())).isEqualTo("503 NC cluster_not_found");
    }

    @Test
    void aClusterWithoutHostsIs503() {
        rig.apply(
                Snapshots.of(
                        Snapshots.http(Snapshots.to(Decision.Forward.to("app"))),
                        Snapshots.cluster("app")));

        assertThat(bodyOf(rig.get("/"))).isEqualTo("no healthy upstream");
        assertThat(outcome(rig.done())).isEqualTo("503 UH no_healthy_upstream");
    }

    @Test
    void aRefusedConnectionIs503AndTellsStrangersNoReason() throws IOException {
        rig.apply(Snapshots.forwarding(closedPort()));

        assertThat(bodyOf(rig.get("/")))
                .isEqualTo(
                        "upstream connect error or disconnect/reset before headers. reset reason:"
                                + " remote connection failure");
        assertThat(rig.done().flags().text()).isEqualTo("UF");
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Decision.Forward retrying(int retries, RetryCondition... on) {
        var base = RetryPolicy.NONE;
        return forward(
                new RetryPolicy(
                        Set.of(on),
                        retries,
                        Duration.ZERO,
                        Set.of(503),
                        List.of(),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        base.avoidTriedHosts(),
                        base.hostSelectionAttempts()),
                Duration.ZERO,
                RouteFacts.NONE);
    }

    private static Decision.Forward forward(
            RetryPolicy retries, Duration timeout, RouteFacts facts) {
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

    @Test
    void aRetriableStatusIsTriedAgainWithTheSameBody() {
        var calls = new AtomicInteger();
        try (var app =
                TestServer.http1(
                        LOOPS,
                        _ ->
                                calls.incrementAndGet() < 3
                                        ? new TestServer.Answer.Say(503, "not yet")
                                        : new TestServer.Answer.Echo())) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(
                                    Snapshots.to(
                                            retrying(2, RetryCondition.RETRIABLE_STATUS_CODES))),
                            Snapshots.cluster("app", app.port())));

            var response =
                    rig.send(
                            "POST / HTTP/1.1\r\nhost: app\r\nconnection: close\r\n"
                                    + "content-length: 4\r\n\r\nbody");

            assertThat(bodyOf(response)).isEqualTo("body");
            assertThat(rig.done().upstream().attempts()).isEqualTo(3);
        }
    }

    @Test
    void exhaustedRetriesAreFlagged() throws IOException {
        rig.apply(
                Snapshots.of(
                        Snapshots.http(Snapshots.to(retrying(1, RetryCondition.CONNECT_FAILURE))),
                        Snapshots.cluster("app", closedPort())));

        assertThat(bodyOf(rig.get("/"))).contains("retried and the latest reset reason");
        var done = rig.done();
        assertThat(done.flags().text()).isEqualTo("UF,URX");
        assertThat(done.upstream().attempts()).isEqualTo(2);
    }

    @Test
    void aSlowUpstreamIs504() {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Nothing())) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(
                                    Snapshots.to(
                                            forward(
                                                    RetryPolicy.NONE,
                                                    Duration.ofMillis(100),
                                                    RouteFacts.NONE))),
                            Snapshots.cluster("app", app.port())));

            assertThat(bodyOf(rig.get("/"))).isEqualTo("upstream request timeout");
            assertThat(outcome(rig.done())).isEqualTo("504 UT response_timeout");
        }
    }

    @Test
    void aFaultAnswersForTheApplication() {
        var facts = Snapshots.withFault(Snapshots.abort(418));
        rig.apply(
                Snapshots.of(
                        Snapshots.http(
                                Snapshots.to(forward(RetryPolicy.NONE, Duration.ZERO, facts)),
                                new HttpFilter.Fault(FaultPlan.NONE)),
                        Snapshots.cluster("app")));

        assertThat(bodyOf(rig.get("/"))).isEqualTo("fault filter abort");
        assertThat(outcome(rig.done())).isEqualTo("418 FI fault_filter_abort");
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
        try (var app = TestServer.http1(LOOPS, _ -> ok())) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(
                                    Snapshots.to(
                                            forward(
                                                    RetryPolicy.NONE,
                                                    Duration.ZERO,
                                                    Snapshots.withFault(plan))),
                                    new HttpFilter.Fault(FaultPlan.NONE)),
                            Snapshots.cluster("app", app.port())));

            assertThat(bodyOf(rig.get("/"))).isEqualTo("hello");
            var done = rig.done();
            assertThat(outcome(done)).isEqualTo("200 DI via_upstream");
            assertThat(done.timing().totalNanos()).isGreaterThan(140_000_000L);
        }
    }

    @Test
    void whoIsNotAllowedIs403() {
        var nobody = new Authorizer(Authorizer.Action.ALLOW, List.of());
        rig.apply(
                Snapshots.of(
                        Snapshots.http(
                                Snapshots.to(new Decision.NoRoute()),
                                new HttpFilter.Rbac("rbac", new RbacRules(nobody, null, "")))));

        assertThat(bodyOf(rig.get("/"))).isEqualTo("RBAC: access denied");
        assertThat(outcome(rig.done())).isEqualTo("403 - rbac_access_denied_matched_policy[none]");
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
    void aResetAmidTheBodyBreaksTheResponseOff() {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.BreakOff())) {
            rig.apply(Snapshots.forwarding(app.port()));

            assertThat(rig.get("/")).contains("begun").doesNotEndWith("0\r\n\r\n");
            var done = rig.done();
            assertThat(outcome(done))
                    .isEqualTo(
                            "200 UC"
                                    + " upstream_reset_after_response_started{connection_termination}");
        }
    }

    @Test
    void aClientThatLeavesIsNoted() throws IOException {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Nothing())) {
            rig.apply(Snapshots.forwarding(app.port()));
            try (var socket = rig.connect()) {
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nhost: app\r\n\r\n".getBytes(US_ASCII));
            }

            assertThat(outcome(rig.done())).isEqualTo("0 DC downstream_remote_disconnect");
        }
    }

    @Test
    void whatIsNoHttpIs400() {
        rig.apply(Snapshots.forwarding(9));

        assertThat(statusOf(rig.send("GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n")))
                .isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(rig.done().flags().text()).isEqualTo("DPE");
    }

    @Test
    void aRequestThatDoesNotComeWholeInTimeIs408() {
        try (var app = TestServer.http1(LOOPS, _ -> ok())) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.impatient(
                                    Snapshots.to(Decision.Forward.to("app")),
                                    Duration.ofMillis(100)),
                            Snapshots.cluster("app", app.port())));

            var response = rig.send("POST / HTTP/1.1\r\nhost: app\r\ncontent-length: 5\r\n\r\nhel");

            assertThat(statusOf(response)).isEqualTo("HTTP/1.1 408 Request Timeout");
            assertThat(bodyOf(response)).isEqualTo("request timeout");
            assertThat(outcome(rig.done())).isEqualTo("408 - request_overall_timeout");
            assertThat(statusOf(rig.get("/"))).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aDrainedConnectionEndsWithItsNextAnswer() throws IOException {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "one"))) {
            rig.apply(Snapshots.forwarding(app.port()));
            try (var socket = rig.connect()) {
                assertThat(ask(socket)).isEqualTo("one");

                rig.plane.drain(Duration.ofMinutes(1));

                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nhost: app\r\n\r\n".getBytes(US_ASCII));
                var rest = new String(socket.getInputStream().readAllBytes(), US_ASCII);
                assertThat(rest).contains("connection: close").endsWith("one");
            }
        }
    }

    @Test
    void aDrainedConnectionThatRestsIsClosedAtTheLimit() throws IOException {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "one"))) {
            rig.apply(Snapshots.forwarding(app.port()));
            try (var socket = rig.connect()) {
                assertThat(ask(socket)).isEqualTo("one");

                rig.plane.drain(Duration.ofMillis(100));

                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }
}
