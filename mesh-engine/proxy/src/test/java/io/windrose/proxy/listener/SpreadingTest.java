package io.windrose.proxy.listener;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.testkit.PeerProcess;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.HashRule;
import io.windrose.traffic.route.Mirror;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests that go to a host of their own choice, and copies of requests.
final class SpreadingTest {
    private static final EventLoops LOOPS = EventLoops.of(2);
    private static final int USERS = 40;

    private final Rig rig = new Rig(LOOPS, SecretSnapshot.EMPTY, "client");
    private final BlockingQueue<String> copies = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void closeLoops() {
        LOOPS.close();
    }

    @Test
    void aUserMeetsTheSameHostAgainAndUsersAreSpread() {
        try (var one = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "one"));
                var two = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "two"))) {
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(Snapshots.to(by(new HashRule.Header("x-user")))),
                            ring(one.port(), two.port())));

            var met = new HashSet<String>();
            for (int user = 0; user < USERS; user++) {
                var first = host(rig.get("/", "x-user: " + user));
                assertThat(host(rig.get("/", "x-user: " + user))).isEqualTo(first);
                met.add(first);
            }

            assertThat(met).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aClientWithoutACookieGetsOneThatLeadsBack() {
        try (var one = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "one"));
                var two = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "two"))) {
            var cookie = new HashRule.Cookie("seat", "/", Duration.ofMinutes(1));
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(Snapshots.to(by(cookie))),
                            ring(one.port(), two.port())));

            for (int client = 0; client < USERS; client++) {
                var first = rig.get("/");
                assertThat(first).containsPattern("set-cookie: seat=\"[0-9a-f]{16}\"; Max-Age=60");
                var seat = first.replaceAll("(?s).*set-cookie: (seat=\"[0-9a-f]+\").*", "$1");

                var again = rig.get("/", "cookie: " + seat);

                assertThat(host(again)).isEqualTo(host(first));
                assertThat(again).doesNotContain("set-cookie");
            }
        }
    }

    @Test
    void aCopyGoesToTheMirrorUnderItsOwnName() throws Exception {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Echo())) {
            var mirror = mirror();
            try {
                rig.apply(
                        Snapshots.of(
                                Snapshots.http(Snapshots.to(mirrored(Fraction.ALWAYS))),
                                Snapshots.cluster("app", app.port()),
                                Snapshots.cluster("mirror", mirror.getAddress().getPort())));

                assertThat(rig.get("/a?b=c")).startsWith("HTTP/1.1 200");
                assertThat(next()).isEqualTo("GET /a?b=c app-shadow true ");
                assertThat(rig.send(post("hello"))).endsWith("hello");
                assertThat(next()).isEqualTo("POST /p app-shadow:80 true hello");
                assertThat(app.asked())
                        .extracting(head -> head.authority().toString())
                        .containsExactly("app", "app:80");
            } finally {
                mirror.stop(0);
            }
        }
    }

    @Test
    void aMirrorThatIsNotThereOrNotMeantTouchesNothing() throws IOException {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Echo())) {
            int port = PeerProcess.freePort();
            for (var share : List.of(Fraction.ALWAYS, Fraction.NEVER)) {
                rig.apply(
                        Snapshots.of(
                                Snapshots.http(Snapshots.to(mirrored(share))),
                                Snapshots.cluster("app", app.port()),
                                Snapshots.cluster("mirror", port)));

                assertThat(rig.send(post("hello"))).startsWith("HTTP/1.1 200").endsWith("hello");
                assertThat(rig.done().flags().text()).isEqualTo("-");
            }
            rig.apply(
                    Snapshots.of(
                            Snapshots.http(Snapshots.to(mirrored(Fraction.ALWAYS))),
                            Snapshots.cluster("app", app.port())));
            assertThat(rig.send(post("hello"))).startsWith("HTTP/1.1 200").endsWith("hello");
        }
    }

    private static String host(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }

    private static String post(String body) {
        return "POST /p HTTP/1.1\r\nhost: app:80\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    }

    private static Decision.Forward by(HashRule.Source source) {
        var plain = Decision.Forward.to("ring");
        return new Decision.Forward(
                plain.facts(),
                plain.cluster(),
                plain.timeouts(),
                plain.retries(),
                plain.path(),
                plain.host(),
                false,
                List.of(new HashRule(source, false)),
                List.of(),
                503);
    }

    private static Decision.Forward mirrored(Fraction share) {
        var plain = Decision.Forward.to("app");
        return new Decision.Forward(
                plain.facts(),
                plain.cluster(),
                plain.timeouts(),
                plain.retries(),
                plain.path(),
                plain.host(),
                false,
                List.of(),
                List.of(new Mirror("mirror", share, true)),
                503);
    }

    private static Cluster ring(int... ports) {
        return Snapshots.byHash("ring", ports);
    }

    private HttpServer mirror() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    var body = exchange.getRequestBody().readAllBytes();
                    copies.add(
                            "%s %s %s %s %s"
                                    .formatted(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI(),
                                            headers.getFirst("host"),
                                            headers.getFirst("x-envoy-internal"),
                                            new String(body, StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private String next() throws InterruptedException {
        var copy = copies.poll(20, TimeUnit.SECONDS);
        assertThat(copy).as("a copy").isNotNull();
        return copy;
    }
}
