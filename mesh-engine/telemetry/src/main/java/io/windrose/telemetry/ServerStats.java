package io.windrose.telemetry;

import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// The statistics of a proxy about itself under Envoy's dotted names, such as
/// `cluster_manager.cds.update_success`. Any thread may add and read.
public final class ServerStats {
    private final ConcurrentSkipListMap<String, LongAdder> counters = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, LongSupplier> gauges =
            new ConcurrentSkipListMap<>();

    /// The counter of that name, at zero when it is new.
    public LongAdder counter(String name) {
        return counters.computeIfAbsent(name, _ -> new LongAdder());
    }

    /// A value that is asked for whenever somebody reads; replaces the gauge of that name.
    public void gauge(String name, LongSupplier value) {
        gauges.put(name, value);
    }

    /// `name: value` lines in alphabetical order, as Envoy's `/stats` prints them.
    public void writeText(Appendable out, Predicate<String> wanted) throws IOException {
        var all = new TreeMap<String, Long>();
        counters.forEach((name, value) -> all.put(name, value.sum()));
        gauges.forEach((name, value) -> all.put(name, value.getAsLong()));
        for (var stat : all.entrySet()) {
            if (wanted.test(stat.getKey())) {
                out.append(stat.getKey()).append(": ").append(Long.toString(stat.getValue()));
                out.append('\n');
            }
        }
    }

    /// The same for Prometheus: `envoy_` and the name with underscores, counters first.
    public void writeExposition(Appendable out) throws IOException {
        for (var counter : counters.entrySet()) {
            family(out, counter.getKey(), "counter", counter.getValue().sum());
        }
        for (var gauge : gauges.entrySet()) {
            family(out, gauge.getKey(), "gauge", gauge.getValue().getAsLong());
        }
    }

    private static void family(Appendable out, String dotted, String type, long value)
            throws IOException {
        var name = "envoy_" + dotted.replaceAll("[^a-zA-Z0-9_]", "_");
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        out.append(name).append("{} ").append(Long.toString(value)).append('\n');
    }
}
