package io.windrose.cli;

import io.windrose.kernel.Result;
import io.windrose.prometheus.DirectScrape;
import io.windrose.prometheus.Limits;
import io.windrose.prometheus.PrometheusClient;
import io.windrose.prometheus.PrometheusTraffic;
import io.windrose.prometheus.TrafficSource;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Option;

/// Where the metrics come from: one Prometheus, or the proxies themselves.
final class MetricsOptions {
    @Option(
            names = "--prometheus",
            paramLabel = "URL",
            description = "Prometheus or anything that answers its query API.")
    private String prometheus = "";

    @Option(
            names = "--scrape",
            paramLabel = "URL",
            split = ",",
            description =
                    "Pages of proxies' metrics, read at the beginning and the end of --duration.")
    private List<String> scrape = List.of();

    boolean isNone() {
        return prometheus.isEmpty() && scrape.isEmpty();
    }

    boolean isBoth() {
        return !prometheus.isEmpty() && !scrape.isEmpty();
    }

    Result<? extends TrafficSource> source(DirectScrape.Pause pause) {
        var clock = InstantSource.system();
        return prometheus.isEmpty()
                ? DirectScrape.of(scrape, Limits.DEFAULT, clock, pause)
                : PrometheusClient.of(prometheus, Limits.DEFAULT)
                        .map(client -> new PrometheusTraffic(client, clock));
    }
}
