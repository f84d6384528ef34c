package io.windrose.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Where everything of a running sandbox is. All of it works as it stands for the same user: URLs
/// and addresses carry the run's token, files are readable by nobody else.
///
/// @param metrics the metrics of all proxies on one page
/// @param prometheusConfig a scrape configuration for a stock Prometheus
/// @param xds `host:port?token=...` of the control plane
/// @param ingress the product page behind the gateway
/// @param accessLog a line for each request that a proxy carried
/// @param admin the proxies' admin interfaces by pod
public record ReadyReport(
        URI metrics,
        Path prometheusConfig,
        String xds,
        URI ingress,
        SequencedMap<String, URI> admin,
        Path accessLog,
        Path configDir) {
    public ReadyReport {
        admin = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(admin));
    }
}
