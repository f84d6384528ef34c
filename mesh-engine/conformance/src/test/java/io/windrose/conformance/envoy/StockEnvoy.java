package io.windrose.conformance.envoy;

import io.windrose.testkit.Peer;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// An unmodified Envoy of this test's own, with its admin interface.
public final class StockEnvoy implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofSeconds(20);

    /// Envoys of one host share memory by this number unless it differs.
    private static final AtomicInteger BASE_ID = new AtomicInteger(4_000);

    private final HttpClient http = HttpClient.newHttpClient();
    private final PeerProcess process;
    private final int adminPort;

    private StockEnvoy(PeerProcess process, int adminPort) {
        this.process = process;
        this.adminPort = adminPort;
    }

    /// @param bootstrap YAML in which `${ADMIN_PORT}` stands for the admin interface's port
    public static StockEnvoy start(Path folder, String bootstrap) throws IOException {
        var program = Peer.ENVOY.path();
        int adminPort = PeerProcess.freePort();
        var file =
                Files.writeString(
                        folder.resolve("envoy-" + adminPort + ".yaml"),
                        bootstrap.replace("${ADMIN_PORT}", Integer.toString(adminPort)));
        var process =
                PeerProcess.start(
                        folder,
                        "envoy-" + adminPort,
                        List.of(
                                program.toString(),
                                "-c",
                                file.toString(),
                                "--concurrency",
                                "1",
                                "--base-id",
                                Integer.toString(BASE_ID.incrementAndGet()),
                                "--log-level",
                                "warning",
                                "--file-flush-interval-msec",
                                "50"));
        var envoy = new StockEnvoy(process, adminPort);
        try {
            process.await("answering", START, () -> !envoy.ask("GET", "/ready").isEmpty());
        } catch (AssertionError failure) {
            envoy.close();
            throw failure;
        }
        return envoy;
    }

    /// Waits until a counter or gauge has at least this value.
    public void awaitStat(String name, long atLeast) {
        process.await(
                name + " >= " + atLeast, STEP, () -> stats(name).getOrDefault(name, 0L) >= atLeast);
    }

    public void awaitThat(String what, BooleanSupplier state) {
        process.await(what, STEP, state);
    }

    public void awaitReady() {
        process.await("LIVE", STEP, () -> ask("GET", "/ready").startsWith("LIVE"));
    }

    /// Counters and gauges whose names match, sorted by name.
    public Map<String, Long> stats(String regex) {
        var stats = new TreeMap<String, Long>();
        for (var line : ask("GET", "/stats?filter=" + encoded(regex)).lines().toList()) {
            int colon = line.lastIndexOf(": ");
            if (colon > 0 && line.substring(colon + 2).chars().allMatch(Character::isDigit)) {
                stats.put(line.substring(0, colon), Long.parseLong(line.substring(colon + 2)));
            }
        }
        return stats;
    }

    public String configDump() {
        return ask("GET", "/config_dump");
    }

    public String log() {
        return process.log();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }

    /// Empty while the interface does not answer.
    private String ask(String method, String path) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
