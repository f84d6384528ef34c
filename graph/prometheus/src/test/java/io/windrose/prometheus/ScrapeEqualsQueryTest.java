package io.windrose.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.kernel.Result;
import io.windrose.prometheus.graph.GraphAnswer;
import io.windrose.prometheus.graph.GraphFlags;
import io.windrose.prometheus.graph.GraphRequest;
import io.windrose.testkit.Shared;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One page of counters, scraped by a stock Prometheus and by us: the picture is the same.
final class ScrapeEqualsQueryTest {
    private static final List<String> BOUNDS = List.of("10", "25", "50", "100", "+Inf");
    private static final double TOLERANCE = 0.05;

    private final long start = System.nanoTime();
    @TempDir Path folder;

    /// All counters of Kiali's mesh, grown for as long as the test runs; request durations lie
    /// evenly between 0 and 100 ms.
    private String page(List<FakePrometheus.Series> series) {
        double seconds = 1_000 + (System.nanoTime() - start) / 1e9;
        var text = new StringBuilder();
        for (var each : series) {
            text.append(each.metric())
                    .append(StockPrometheus.labels(each.labels()))
                    .append(' ')
                    .append(each.rate() * seconds)
                    .append('\n');
        }
        for (var each : series) {
            if (each.metric().equals("istio_requests_total")) {
                var labels = StockPrometheus.labels(each.labels());
                for (var bound : BOUNDS) {
                    double share = bound.equals("+Inf") ? 1 : Double.parseDouble(bound) / 100;
                    text.append(TrafficQueries.DURATIONS)
                            .append(labels.replace("}", ",le=\"" + bound + "\"}"))
                            .append(' ')
                            .append(each.rate() * seconds * share)
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static GraphRequest request() {
        var flags = new GraphFlags("workload", "bookinfo", "4s", "", "", "", true, false, "", "");
        return switch (flags.read()) {
            case Result.Ok<GraphRequest>(var request, _) -> request;
            case Result.Err<GraphRequest>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static TopologySnapshot graph(Result<GraphAnswer> answer) {
        return switch (answer) {
            case Result.Ok<GraphAnswer>(var graph, var warnings) -> {
                assertThat(warnings).isEmpty();
                yield graph.graph();
            }
            case Result.Err<GraphAnswer>(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void theScrapedPictureIsTheQueriedOne() throws IOException {
        var series =
                FakePrometheus.read(
                        Shared.path("conformance/kiali-graph/testdata/app.series.json"));
        var clock = InstantSource.system();
        try (var page = Page.ofMetrics(() -> page(series));
                var prometheus = StockPrometheus.scraping(folder, page.url())) {
            var scraped =
                    graph(
                            DirectScrape.of(
                                            List.of(page.url() + "/metrics"),
                                            Limits.DEFAULT,
                                            clock,
                                            interval ->
                                                    new CountDownLatch(1)
                                                            .await(
                                                                    interval.toMillis(),
                                                                    TimeUnit.MILLISECONDS))
                                    .then(source -> request().answer(source, MeshFacts.NONE)));
            prometheus.awaitValue("max(count_over_time(istio_requests_total[5s]))", 9);
            var queried =
                    graph(
                            PrometheusClient.of(prometheus.url(), Limits.DEFAULT)
                                    .map(client -> new PrometheusTraffic(client, clock))
                                    .then(source -> request().answer(source, MeshFacts.NONE)));

            assertThat(scraped.nodes().keySet()).isEqualTo(queried.nodes().keySet());
            assertThat(scraped.edges().keySet()).isEqualTo(queried.edges().keySet());
            assertThat(scraped.edges()).hasSizeGreaterThan(15);
            scraped.edges()
                    .forEach((key, edge) -> {
                        var other = Optional.ofNullable(queried.edges().get(key)).orElseThrow();
                        assertSame(edge.traffic(), other.traffic());
                    });
        }
    }

    private static void assertSame(Traffic scraped, Traffic queried) {
        assertThat(scraped.ratePerSecond())
                .isCloseTo(queried.ratePerSecond(), within(TOLERANCE * queried.ratePerSecond()));
        assertThat(scraped.errorPercent()).isCloseTo(queried.errorPercent(), within(2.0));
        assertThat(scraped.durationMillis(0.95).isPresent())
                .isEqualTo(queried.durationMillis(0.95).isPresent());
        assertThat(scraped.durationMillis(0.95).orElse(0))
                .isCloseTo(queried.durationMillis(0.95).orElse(0), within(5.0));
    }
}
