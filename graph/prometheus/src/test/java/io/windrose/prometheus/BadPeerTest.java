package io.windrose.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever stands at the address: one problem that says what, where and what was expected, soon.
final class BadPeerTest {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(1), Duration.ofMillis(700), 64 << 10);
    private static final String TOKEN = "?token=s3cret";

    private static Problem askedByQuery(String url) {
        return only(
                PrometheusClient.of(url + TOKEN, LIMITS)
                        .then(client ->
                                new PrometheusTraffic(client, InstantSource.system())
                                        .read(TrafficQuestion.last(Duration.ofSeconds(60))))
                        .problems());
    }

    private static Problem scraped(String url) {
        return only(
                DirectScrape.of(
                                List.of(url + "/stats" + TOKEN),
                                LIMITS,
                                InstantSource.system(),
                                _ -> {})
                        .then(scrape -> scrape.read(TrafficQuestion.last(Duration.ofSeconds(1))))
                        .problems());
    }

    private static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).doesNotContain("s3cret");
        return problems.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500 | text/plain       | boom          | answered HTTP 500 (boom)
                    500 | text/html        | <h1>x</h1>    | answered HTTP 500
                    200 | text/html        | <html>login   | answered with a web page
                    200 | application/json | ]garbage[     | answered with something else: ]garbage[
                    200 | application/json | {"a":1}       | answered with something else: {"a":1}
                    200 | text/plain       | ''            | answered with nothing
                    401 | text/plain       | who are you   | answered HTTP 401 (who are you)
                    """)
    void aQueryThatIsAnsweredByAnythingElse(int status, String type, String text, String what)
            throws IOException {
        try (var page = Page.of(status, type, text)) {
            assertThat(askedByQuery(page.url()))
                    .isEqualTo(
                            problem(
                                    "MESH1503",
                                    page.url()
                                            + "/api/v1/query "
                                            + what
                                            + "; expected the query"
                                            + " API of Prometheus (JSON with status \"success\")"));
        }
    }

    @Test
    void aQueryThatIsRefusedSaysWhy() throws IOException {
        var refusal =
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error at 3\"}";
        try (var page = Page.of(400, "application/json", refusal)) {
            assertThat(askedByQuery(page.url()).message())
                    .contains("refused the query (HTTP 400, bad_data): parse error at 3");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500 | text/plain | boom        | answered HTTP 500
                    403 | text/plain | no          | answered HTTP 403 (is the token in the URL right?)
                    200 | text/html  | <html>login | answered with a web page
                    200 | text/plain | ]garbage[   | answered with text that cannot be read in line 1: ]garbage[
                    """)
    void aScrapeThatIsAnsweredByAnythingElse(int status, String type, String text, String what)
            throws IOException {
        try (var page = Page.of(status, type, text)) {
            assertThat(scraped(page.url()))
                    .isEqualTo(
                            problem(
                                    "MESH1503",
                                    page.url()
                                            + "/stats "
                                            + what
                                            + "; expected metrics in"
                                            + " Prometheus' text format, as proxies expose"));
        }
    }

    @Test
    void nobodyThere() {
        var url = "http://127.0.0.1:" + PeerProcess.freePort();

        assertThat(askedByQuery(url).message())
                .startsWith(url + "/api/v1/query cannot be reached: the connection was refused");
        assertThat(scraped(url).code()).isEqualTo("MESH1501");
    }

    @Test
    void somebodyWhoNeverAnswers() throws IOException {
        var over = new CountDownLatch(1);
        try (var page = Page.answering(_ -> await(over))) {
            assertThat(askedByQuery(page.url()).message()).contains("did not answer within 0.7 s");
            over.countDown();
        }
    }

    @Test
    void somebodyWhoNeverStops() throws IOException {
        var chunk = "istio_requests_total 1\n".repeat(200).getBytes(StandardCharsets.UTF_8);
        try (var page =
                Page.answering(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(chunk);
                    }
                })) {
            assertThat(scraped(page.url()).code()).isEqualTo("MESH1504");
            assertThat(askedByQuery(page.url()).message())
                    .contains("answered with more than 65536 bytes and was cut off");
        }
    }

    @Test
    void anAddressThatIsNone() {
        assertThat(PrometheusClient.of("prometheus:9090", LIMITS).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "--prometheus prometheus:9090 is not a URL; expected http://HOST:PORT or"
                                + " https://HOST:PORT");
    }

    private static Problem problem(String code, String message) {
        return Problem.error(code, io.windrose.kernel.Place.NOWHERE, message);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
