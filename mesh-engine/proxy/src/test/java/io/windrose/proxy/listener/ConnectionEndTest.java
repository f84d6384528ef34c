package io.windrose.proxy.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of a connection that one side or the proxy ends.
final class ConnectionEndTest {
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
    void aResetAmidTheBodyBreaksTheResponseOff() {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.BreakOff())) {
            rig.apply(Snapshots.forwarding(app.port()));

            assertThat(rig.get("/")).contains("begun").doesNotEndWith("0\r\n\r\n");
            var done = rig.done();
            assertThat(Wire.outcome(done))
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

            assertThat(Wire.outcome(rig.done())).isEqualTo("0 DC downstream_remote_disconnect");
        }
    }

    @Test
    void aDrainedConnectionEndsWithItsNextAnswer() throws IOException {
        try (var app = TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "one"))) {
            rig.apply(Snapshots.forwarding(app.port()));
            try (var socket = rig.connect()) {
                assertThat(Wire.ask(socket)).isEqualTo("one");

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
                assertThat(Wire.ask(socket)).isEqualTo("one");

                rig.plane.drain(Duration.ofMillis(100));

                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }
}
