package io.windrose.proxy.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.HttpProtocol;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.Route;
import io.windrose.traffic.route.RouteTable;
import io.windrose.traffic.route.VirtualHost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What passes through a proxy and what comes back, over real sockets.
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

    @Test
    void aRequestReachesTheApplicationAndItsAnswerTheClient() {
        try (var app = TestServer.http1(LOOPS, _ -> Wire.HELLO)) {
            rig.apply(Snapshots.forwarding(app.port()));

            var response = rig.get("/a?b=c", "x-custom: 1", "te: gzip", "keep-alive: 5");

            assertThat(Wire.status(response)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(Wire.body(response)).isEqualTo("hello");
            assertThat(response).contains("server: envoy", "x-envoy-upstream-service-time: ");
            var asked = app.asked().getFirst();
            assertThat(asked.path().toString()).isEqualTo("/a?b=c");
            assertThat(asked.authority().toString()).isEqualTo("app");
            assertThat(asked.headers().text("x-custom")).isEqualTo("1");
            assertThat(asked.headers().text("x-forwarded-proto")).isEqualTo("http");
            assertThat(asked.headers().text("x-request-id")).hasSize(36);
            assertThat(asked.headers().text("te")).isEmpty();
            assertThat(Wire.outcome(rig.done())).isEqualTo("200 - via_upstream");
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

            assertThat(Wire.body(response)).isEqualTo(body);
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
                assertThat(Wire.ask(socket)).isEqualTo("one");

                rig.apply(Snapshots.of(listener, Snapshots.cluster("app", two.port())));

                assertThat(Wire.ask(socket)).isEqualTo("two");
            }
        }
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
                found += Wire.status(rig.get("/")).contains("200") ? 1 : 0;
            }

            assertThat(found).isBetween(120, 180);
        }
    }
}
