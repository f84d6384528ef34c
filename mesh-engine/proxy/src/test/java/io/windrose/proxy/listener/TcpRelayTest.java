package io.windrose.proxy.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.proxy.done.Done;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.traffic.listener.TcpProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TcpRelayTest {
    private static final EventLoops LOOPS = EventLoops.of(1);

    private final Rig rig = new Rig(LOOPS, SecretSnapshot.EMPTY, "client");

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void closeLoops() {
        LOOPS.close();
    }

    private static TcpProxy proxy() {
        return new TcpProxy(
                "tcp",
                List.of(new TcpProxy.Target("db", 1)),
                false,
                Duration.ofHours(1),
                Duration.ZERO,
                1,
                List.of());
    }

    /// Reads until the client ends its half, then answers with all of it and ends too.
    private static CompletableFuture<Void> answerWhenAsked(ServerSocket server) {
        return CompletableFuture.runAsync(() -> {
            try (var socket = server.accept()) {
                var question = socket.getInputStream().readAllBytes();
                socket.getOutputStream().write(question);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void anEndedHalfLeavesTheOtherOpen() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answered = answerWhenAsked(server);
            rig.apply(
                    Snapshots.of(
                            Snapshots.listener(proxy(), null),
                            Snapshots.cluster("db", server.getLocalPort())));
            var text = "0123456789".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
            byte[] back;
            try (var socket = rig.connect()) {
                socket.getOutputStream().write(text);
                socket.shutdownOutput();
                back = socket.getInputStream().readAllBytes();
            }

            answered.join();
            assertThat(back).isEqualTo(text);
            var done = rig.done();
            assertThat(done.kind()).isEqualTo(Done.Kind.TCP);
            assertThat(done.request().bodyBytes()).isEqualTo(text.length);
            assertThat(done.response().bodyBytes()).isEqualTo(text.length);
            assertThat(done.flags().text()).isEqualTo("-");
        }
    }

    @Test
    void noHostClosesTheConnection() throws IOException {
        rig.apply(Snapshots.of(Snapshots.listener(proxy(), null), Snapshots.cluster("db")));

        try (var socket = rig.connect()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(rig.done().flags().text()).isEqualTo("UH");
    }
}
