package io.windrose.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.windrose.sandbox.bookinfo.MeshClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LoadGeneratorTest {
    private static final int RATE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch warm = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final HttpClient http = MeshClient.sharedHttp();
    private ExecutorService threads;
    private HttpServer mesh;

    @BeforeEach
    void startAMesh() throws IOException {
        mesh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        mesh.setExecutor(threads);
    }

    @AfterEach
    void stopIt() {
        warm.countDown();
        slow.countDown();
        http.shutdownNow();
        mesh.stop(0);
        threads.close();
    }

    @Test
    void asksAMeshThatIsStillStartingOneThingAtATime() throws Exception {
        answerWhen(warm);
        try (var load = load()) {
            // That nothing more is asked can only be seen by giving it the time to.
            Thread.sleep(500);

            assertThat(asked).hasValueLessThan(RATE / 10);

            int before = asked.get();
            long begin = System.nanoTime();
            warm.countDown();
            within(() -> asked.get() >= before + RATE / 10);
            double seconds = (System.nanoTime() - begin) / 1e9;

            assertThat(asked.get() - before).isLessThan((int) (RATE * (seconds + 0.2)));
            assertThat(load.totals().failed()).isZero();
        }
    }

    @Test
    void asksAMeshThatHasBecomeSlowAsMuchAsBefore() throws Exception {
        warm.countDown();
        mesh.createContext(
                "/",
                exchange -> {
                    if (asked.incrementAndGet() > 10) {
                        await(slow);
                    }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        mesh.start();
        try (var load = load()) {
            within(() -> asked.get() > RATE / 2);

            assertThat(load.totals().ok()).isLessThanOrEqualTo(10);
        }
    }

    private LoadGenerator load() {
        var page = URI.create("http:/" + mesh.getAddress() + "/");
        return LoadGenerator.start(http, new LoadProfile(RATE, page, page, 10));
    }

    private void answerWhen(CountDownLatch latch) {
        mesh.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    await(latch);
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        mesh.start();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("nobody let it answer");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static void within(BooleanSupplier reached) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }
}
