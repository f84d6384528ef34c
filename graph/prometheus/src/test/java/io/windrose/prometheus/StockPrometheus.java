package io.windrose.prometheus;

import io.windrose.testkit.Peer;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// A real Prometheus on loopback, with a past that was written for it or a page that it scrapes.
public final class StockPrometheus implements AutoCloseable {
    private static final int STEP_SECONDS = 15;
    private static final int PAST_SECONDS = 660;

    private final PeerProcess process;
    private final String url;

    private StockPrometheus(PeerProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /// Counters that grew at their rates for eleven minutes until `end`.
    public static StockPrometheus remembering(
            Path folder, List<FakePrometheus.Series> series, Instant end)
            throws IOException, InterruptedException {
        var prometheus = Peer.PROMETHEUS.path();
        var past = folder.resolve("past.txt");
        Files.writeString(past, openMetrics(series, end));
        var blocks =
                new ProcessBuilder(
                                prometheus.resolveSibling("promtool").toString(),
                                "tsdb",
                                "create-blocks-from",
                                "openmetrics",
                                past.toString(),
                                folder.resolve("data").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("promtool.log").toFile())
                        .start();
        if (!blocks.waitFor(60, TimeUnit.SECONDS) || blocks.exitValue() != 0) {
            blocks.destroyForcibly();
            throw new AssertionError(Files.readString(folder.resolve("promtool.log")));
        }
        return start(folder, prometheus, "scrape_configs: []\n");
    }

    /// Scrapes one page every half second.
    static StockPrometheus scraping(Path folder, String page) throws IOException {
        var target = page.substring("http://".length());
        return start(
                folder,
                Peer.PROMETHEUS.path(),
                """
                global: {scrape_interval: 500ms, scrape_timeout: 500ms}
                scrape_configs:
                - job_name: page
                  static_configs: [{targets: ["%s"]}]
                """
                        .formatted(target));
    }

    public String url() {
        return url;
    }

    /// Waits until a query has an answer that is at least `least`.
    void awaitValue(String promql, double least) {
        process.await(
                promql + " >= " + least,
                Duration.ofSeconds(40),
                () ->
                        client().instant(promql, Optional.empty())
                                .map(values ->
                                        values.stream().anyMatch(each -> each.value() >= least))
                                .equals(io.windrose.kernel.Result.ok(true)));
    }

    private PrometheusClient client() {
        return switch (PrometheusClient.of(url, Limits.DEFAULT)) {
            case io.windrose.kernel.Result.Ok<PrometheusClient>(var client, _) -> client;
            case io.windrose.kernel.Result.Err<PrometheusClient>(var problems) ->
                    throw new AssertionError(problems);
        };
    }

    @Override
    public void close() {
        process.close();
    }

    private static StockPrometheus start(Path folder, Path program, String config)
            throws IOException {
        Files.writeString(folder.resolve("prometheus.yml"), config);
        int port = PeerProcess.freePort();
        var process =
                PeerProcess.start(
                        folder,
                        "prometheus",
                        List.of(
                                program.toString(),
                                "--config.file=prometheus.yml",
                                "--storage.tsdb.path=data",
                                "--storage.tsdb.retention.time=100y",
                                "--web.listen-address=127.0.0.1:" + port));
        var started = new StockPrometheus(process, "http://127.0.0.1:" + port);
        started.awaitValue("vector(1)", 1);
        return started;
    }

    private static String openMetrics(List<FakePrometheus.Series> series, Instant end) {
        var byMetric = new TreeMap<String, List<FakePrometheus.Series>>();
        series.forEach(
                each -> byMetric.computeIfAbsent(each.metric(), _ -> new ArrayList<>()).add(each));
        var text = new StringBuilder();
        byMetric.values()
                .forEach(all ->
                        all.forEach(each -> {
                            for (int s = -PAST_SECONDS; s <= 0; s += STEP_SECONDS) {
                                text.append(each.metric())
                                        .append(labels(each.labels()))
                                        .append(' ')
                                        .append(1e6 + each.rate() * (s + PAST_SECONDS))
                                        .append(' ')
                                        .append(end.getEpochSecond() + s)
                                        .append('\n');
                            }
                        }));
        return text.append("# EOF\n").toString();
    }

    static String labels(Map<String, String> labels) {
        return "{"
                + String.join(
                        ",",
                        new TreeMap<>(labels)
                                .entrySet().stream()
                                        .map(each -> each.getKey() + "=\"" + each.getValue() + "\"")
                                        .toList())
                + "}";
    }
}
