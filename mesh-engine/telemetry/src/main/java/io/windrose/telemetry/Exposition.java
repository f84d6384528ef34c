package io.windrose.telemetry;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Metrics as Prometheus reads them: text format 0.0.4, families and series in alphabetical order,
/// so that equal metrics give equal text. Series that were never touched are left out.
public final class Exposition {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Collection<PairSeries> pairs;
    private final Appendable out;

    private Exposition(Collection<PairSeries> pairs, Appendable out) {
        this.pairs = pairs;
        this.out = out;
    }

    /// Writes the metrics of all these proxies as one page.
    public static void write(Collection<RequestMetrics> proxies, Appendable out)
            throws IOException {
        var page = new Exposition(proxies.stream().flatMap(p -> p.pairs().stream()).toList(), out);
        page.builds(proxies.stream().map(RequestMetrics::buildTag).distinct().sorted().toList());
        page.histograms("istio_request_bytes", RequestSeries::requestBytes);
        page.histograms("istio_request_duration_milliseconds", RequestSeries::durationMillis);
        page.messages("istio_request_messages_total", pair -> pair.requestMessages().sum());
        page.requests();
        page.histograms("istio_response_bytes", RequestSeries::responseBytes);
        page.messages("istio_response_messages_total", pair -> pair.responseMessages().sum());
        page.connections("istio_tcp_connections_closed_total", tcp -> tcp.closed().sum());
        page.connections("istio_tcp_connections_opened_total", tcp -> tcp.opened().sum());
        page.connections("istio_tcp_received_bytes_total", tcp -> tcp.received().sum());
        page.connections("istio_tcp_sent_bytes_total", tcp -> tcp.sent().sum());
    }

    private void builds(List<String> tags) throws IOException {
        var samples = new TreeMap<String, Long>();
        for (var tag : tags) {
            samples.put(new LabelText().add("component", "proxy").add("tag", tag).toString(), 1L);
        }
        family("istio_build", "gauge", samples);
    }

    private void requests() throws IOException {
        var samples = new TreeMap<String, Long>();
        for (var pair : pairs) {
            for (var series : pair.requests()) {
                samples.merge(series.labels(), series.durationMillis().count(), Long::sum);
            }
        }
        family("istio_requests_total", "counter", samples);
    }

    private void messages(String name, ToLongFunction<PairSeries> value) throws IOException {
        var samples = new TreeMap<String, Long>();
        for (var pair : pairs) {
            if (pair.requestMessages().sum() + pair.responseMessages().sum() > 0) {
                samples.merge(pair.labels(), value.applyAsLong(pair), Long::sum);
            }
        }
        family(name, "counter", samples);
    }

    private void connections(String name, ToLongFunction<TcpSeries> value) throws IOException {
        var samples = new TreeMap<String, Long>();
        for (var pair : pairs) {
            for (var series : pair.connections()) {
                samples.merge(series.labels(), value.applyAsLong(series), Long::sum);
            }
        }
        family(name, "counter", samples);
    }

    private void histograms(String name, Function<RequestSeries, Histogram> which)
            throws IOException {
        var byLabels = new TreeMap<String, Histogram>();
        for (var pair : pairs) {
            for (var series : pair.requests()) {
                byLabels.merge(series.labels(), which.apply(series), Histogram::plus);
            }
        }
        if (byLabels.isEmpty()) {
            return;
        }
        type(name, "histogram");
        for (var series : byLabels.entrySet()) {
            series.getValue().write(out, name, series.getKey());
        }
    }

    private void family(String name, String type, SortedMap<String, Long> samples)
            throws IOException {
        if (samples.isEmpty()) {
            return;
        }
        type(name, type);
        for (var sample : samples.entrySet()) {
            out.append(name).append('{').append(sample.getKey()).append("} ");
            out.append(Long.toString(sample.getValue())).append('\n');
        }
    }

    private void type(String name, String type) throws IOException {
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
