package io.windrose.proxy.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.traffic.retry.RetryCondition;
import io.windrose.traffic.retry.RetryPolicy;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.RouteFacts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How often and how long a proxy tries.
final class RetriesTest {
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

    private static Decision.Forward retrying(int retries, RetryCondition... on) {
        var base = RetryPolicy.NONE;
        return Snapshots.forward(
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

            assertThat(Wire.body(response)).isEqualTo("body");
            assertThat(rig.done().upstream().attempts()).isEqualTo(3);
        }
    }

    @Test
    void exhaustedRetriesAreFlagged() throws IOException {
        rig.apply(
                Snapshots.of(
                        Snapshots.http(Snapshots.to(retrying(1, RetryCondition.CONNECT_FAILURE))),
                        Snapshots.cluster("app", Wire.closedPort())));

        assertThat(Wire.body(rig.get("/"))).contains("retried and the latest reset reason");
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
                                            Snapshots.forward(
                                                    RetryPolicy.NONE,
                                                    Duration.ofMillis(100),
                                                    RouteFacts.NONE))),
                            Snapshots.cluster("app", app.port())));

            assertThat(Wire.body(rig.get("/"))).isEqualTo("upstream request timeout");
            assertThat(Wire.outcome(rig.done())).isEqualTo("504 UT response_timeout");
        }
    }
}
