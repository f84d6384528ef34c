package io.windrose.workspace.journey;

import static io.windrose.workspace.journey.RunningSandbox.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.prometheus.DirectScrape;
import io.windrose.prometheus.Limits;
import io.windrose.prometheus.PrometheusClient;
import io.windrose.prometheus.PrometheusTraffic;
import io.windrose.testkit.Peer;
import io.windrose.testkit.PeerProcess;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.TopologySnapshot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Prometheus of others, with the scrape configuration of the sandbox, shows the same picture.
final class StockPrometheusTest {
    /// Six scrapes; `rate` reaches from the first to the last of them and extrapolates the rest.
    private static final Duration WINDOW = Duration.ofSeconds(30);

    /// Of two looks at steady traffic; the rarest edges may differ by [#FEW] instead.
    private static final double SHARE = 0.05;

    private static final double FEW = 0.2;

    /// The two windows begin and end up to a scrape apart, so that they do not hold the very same
    /// requests.
    private static final Duration APART = Duration.ofSeconds(10);

    /// Standard deviations that chance is granted where it divides the requests.
    private static final double DEVIATIONS = 4;

    @TempDir private Path temp;

    @Test
    void thePictureByPromqlIsThePictureByScraping() throws Exception {
        var program = Peer.PROMETHEUS.path();
        try (var sandbox = RunningSandbox.start(temp.resolve("config"));
                var http = HttpClient.newHttpClient()) {
            sandbox.readers().ask(200); // what a cold start held up has flowed off
            int port = PeerProcess.freePort();
            var url = "http://127.0.0.1:" + port;
            try (var prometheus = start(program, sandbox.report().prometheusConfig(), port)) {
                var client = good(PrometheusClient.of(url, Limits.DEFAULT));
                prometheus.await(
                        "scraping all proxies",
                        Duration.ofSeconds(60),
                        () -> seesAllProxies(http, url));
                var scrape =
                        good(
                                DirectScrape.of(
                                        List.of(sandbox.report().metrics().toString()),
                                        Limits.DEFAULT,
                                        InstantSource.system(),
                                        _ -> awaitScrapes(prometheus, http, url)));
                var request = RunningSandbox.workloads(WINDOW.toSeconds() + "s");

                var scraped = RunningSandbox.answer(request, scrape).graph();
                var remembered =
                        RunningSandbox.answer(
                                        request,
                                        new PrometheusTraffic(client, InstantSource.system()))
                                .graph();

                assertThat(remembered.nodes().keySet()).isEqualTo(scraped.nodes().keySet());
                assertThat(remembered.edges().keySet()).isEqualTo(scraped.edges().keySet());
                assertThat(differences(remembered, scraped)).isEmpty();
            }
        }
    }

    private PeerProcess start(Path program, Path config, int port) throws IOException {
        return PeerProcess.start(
                Files.createDirectory(temp.resolve("prometheus")),
                "prometheus",
                List.of(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=data",
                        "--web.listen-address=127.0.0.1:" + port));
    }

    /// Until the window lies wholly behind us.
    private static void awaitScrapes(PeerProcess prometheus, HttpClient http, String url) {
        var end = Instant.now().plus(WINDOW);
        prometheus.await(
                "a window of scrapes",
                WINDOW.plusSeconds(60),
                () -> Instant.now().isAfter(end) && seesAllProxies(http, url));
    }

    /// Of targets that the last scrape reached; asked for as anybody would.
    private static boolean seesAllProxies(HttpClient http, String url) {
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/query?query=sum(up)"));
        try {
            return http.send(request.build(), BodyHandlers.ofString())
                    .body()
                    .endsWith("\"7\"]}]}}");
        } catch (IOException _) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// Edges whose rates are further apart than chance explains, with both.
    private static SortedMap<EdgeKey, String> differences(
            TopologySnapshot remembered, TopologySnapshot scraped) {
        var differences = new TreeMap<EdgeKey, String>();
        scraped.edges()
                .forEach((key, edge) -> {
                    double direct = edge.traffic().ratePerSecond();
                    double stored =
                            remembered.from(key.source()).stream()
                                    .filter(other -> other.key().equals(key))
                                    .mapToDouble(other -> other.traffic().ratePerSecond())
                                    .sum();
                    if (Math.abs(direct - stored) > tolerance(key, direct)) {
                        differences.put(key, direct + " scraped, " + stored + " by PromQL");
                    }
                });
        return differences;
    }

    /// Who leads to and from a version of reviews carries what the weights' dice gave it.
    private static double tolerance(EdgeKey edge, double rate) {
        double steady = Math.max(SHARE * rate, FEW);
        boolean diced =
                edge.source().name().startsWith("reviews-")
                        || edge.target().name().startsWith("reviews-")
                        || edge.source().name().equals("ratings");
        double strays = rate * APART.toSeconds();
        return diced ? steady + DEVIATIONS * Math.sqrt(strays) / WINDOW.toSeconds() : steady;
    }
}
