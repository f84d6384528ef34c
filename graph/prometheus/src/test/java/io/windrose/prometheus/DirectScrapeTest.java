package io.windrose.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.testkit.FakeClock;
import io.windrose.testkit.PeerProcess;
import io.windrose.topology.traffic.Reporter;
import io.windrose.topology.traffic.TrafficWindow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DirectScrapeTest {
    private final FakeClock clock = new FakeClock();

    /// Ten seconds by the test's clock.
    private Result<TrafficWindow> scrape(String... urls) {
        return DirectScrape.of(List.of(urls), Limits.DEFAULT, clock, clock::advance)
                .then(scrape -> scrape.read(TrafficQuestion.last(Duration.ofSeconds(10))));
    }

    private static String requests(String reporter, String code, int count) {
        return """
        istio_requests_total{reporter="%s",source_workload="a",destination_workload="b",request_protocol="http",response_code="%s"} %d
        """
                .formatted(reporter, code, count);
    }

    /// Code to rate.
    private static Map<String, Double> rates(Result<TrafficWindow> result) {
        var rates = new TreeMap<String, Double>();
        if (result instanceof Result.Ok<TrafficWindow>(var window, _)) {
            window.samples()
                    .forEach(sample ->
                            rates.merge(
                                    sample.reporter() + " " + sample.responseCode(),
                                    sample.ratePerSecond(),
                                    Double::sum));
        }
        return rates;
    }

    @Test
    void ratesAreDifferencesOverTimeAlsoAfterAReset() throws IOException {
        var look = new AtomicInteger();
        try (var page =
                Page.ofMetrics(() ->
                        look.getAndIncrement() == 0
                                ? requests("source", "200", 100)
                                        + requests("source", "404", 50)
                                        + requests("source", "503", 7)
                                : requests("source", "200", 150)
                                        + requests("source", "404", 20)
                                        + requests("source", "500", 10)
                                        + requests("source", "503", 7))) {
            assertThat(rates(scrape(page.url())))
                    .isEqualTo(Map.of("SOURCE 200", 5.0, "SOURCE 404", 2.0, "SOURCE 500", 1.0));
        }
    }

    @Test
    void severalPagesAreAddedUpAndTheirTokensSent() throws IOException {
        var look = new AtomicInteger();
        try (var first = Page.ofMetrics(() -> requests("source", "200", look.get() < 2 ? 0 : 10));
                var second =
                        Page.ofMetrics(() ->
                                requests("destination", "200", look.getAndAdd(2) == 0 ? 0 : 20))) {
            var rates =
                    rates(scrape(first.url() + "/stats?token=one", second.url() + "/?token=two"));

            assertThat(rates).isEqualTo(Map.of("SOURCE 200", 1.0, "DESTINATION 200", 2.0));
            assertThat(first.asked())
                    .containsExactly("GET /stats?token=one", "GET /stats?token=one");
        }
    }

    @Test
    void aPageThatDoesNotAnswerIsAWarningAsLongAsAnotherDoes() throws IOException {
        var count = new AtomicInteger();
        var gone = "http://127.0.0.1:" + PeerProcess.freePort() + "/";
        try (var page = Page.ofMetrics(() -> requests("source", "200", count.getAndAdd(30)))) {
            var result = scrape(gone, page.url());

            assertThat(rates(result).values()).containsExactly(3.0);
            assertThat(result.problems())
                    .singleElement()
                    .matches(problem -> !problem.isError())
                    .extracting(Problem::code)
                    .isEqualTo("MESH1501");
        }
    }

    @Test
    void durationsBecomeQuantiles() throws IOException {
        var look = new AtomicInteger();
        var bucket =
                "istio_request_duration_milliseconds_bucket{reporter=\"destination\",source_workload=\"a\",destination_workload=\"b\",request_protocol=\"http\",le=\"%s\"} %d\n";
        try (var page =
                Page.ofMetrics(() -> {
                    int n = look.getAndIncrement();
                    return bucket.formatted("10", n * 50)
                            + bucket.formatted("20", n * 100)
                            + bucket.formatted("+Inf", n * 100);
                })) {
            if (scrape(page.url()) instanceof Result.Ok<TrafficWindow>(var window, _)) {
                assertThat(window.latencies())
                        .singleElement()
                        .satisfies(latency -> {
                            assertThat(latency.reporter()).isEqualTo(Reporter.DESTINATION);
                            assertThat(latency.durations().quantile(0.75))
                                    .isEqualTo(OptionalDouble.of(15));
                        });
            } else {
                throw new AssertionError("no answer");
            }
        }
    }

    @Test
    void theTextFormatIsReadWithItsEscapesAndOddities() {
        var page =
                Exposition.parse(
                        """
                        # HELP istio_requests_total help
                        # TYPE istio_requests_total counter
                        istio_requests_total{a="x\\"y\\\\z\\n",b="",} 1.5e1 1700000000
                        istio_requests_total{ a = "q" } 2 # {trace="t"} 1
                        istio_requests_total{a="q"} 3
                        envoy_cluster_upstream{a="b"} 3
                        lone 4
                        istio_requests_total{a="never
                        # EOF
                        """);

        assertThat(page.valueBySeries())
                .isEqualTo(
                        Map.of(
                                new Exposition.Series(
                                        "istio_requests_total", Map.of("a", "x\"y\\z\n")),
                                15.0,
                                new Exposition.Series("istio_requests_total", Map.of("a", "q")),
                                5.0));
        assertThat(page.lines()).isEqualTo(5);
        assertThat(page.broken()).contains("line 8: istio_requests_total{a=\"never");
    }
}
