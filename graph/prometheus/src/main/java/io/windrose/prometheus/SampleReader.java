package io.windrose.prometheus;

import io.windrose.topology.traffic.Histogram;
import io.windrose.topology.traffic.LatencySample;
import io.windrose.topology.traffic.Measure;
import io.windrose.topology.traffic.Party;
import io.windrose.topology.traffic.PeerSecurity;
import io.windrose.topology.traffic.Reporter;
import io.windrose.topology.traffic.ServiceName;
import io.windrose.topology.traffic.TrafficSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Turns labelled values into samples. A label that is missing is an empty one; labels that are not
/// known are left alone; values that are no numbers are dropped.
final class SampleReader {
    private SampleReader() {}

    static List<TrafficSample> counters(Measure measure, List<LabelledValue> values) {
        var samples = new ArrayList<TrafficSample>();
        for (var value : values) {
            if (Double.isFinite(value.value())) {
                samples.add(sample(measure, value.labels(), value.value()));
            }
        }
        return samples;
    }

    /// @param values buckets with the label `le`; those without a readable one are dropped
    static List<LatencySample> durations(List<LabelledValue> values) {
        var bucketsByRest = new LinkedHashMap<Map<String, String>, TreeMap<Double, Double>>();
        for (var value : values) {
            var rest = new TreeMap<>(value.labels());
            double bound = bound(rest.remove("le"));
            if (Double.isFinite(value.value()) && !Double.isNaN(bound)) {
                bucketsByRest
                        .computeIfAbsent(rest, _ -> new TreeMap<>())
                        .merge(bound, value.value(), Double::sum);
            }
        }
        var samples = new ArrayList<LatencySample>();
        bucketsByRest.forEach(
                (labels, buckets) -> samples.add(latency(labels, new Histogram(buckets))));
        return samples;
    }

    static TrafficSample sample(Measure measure, Map<String, String> labels, double rate) {
        return new TrafficSample(
                measure,
                Reporter.of(get(labels, "reporter")),
                party(labels, "source"),
                party(labels, "destination"),
                service(labels),
                get(labels, "request_protocol"),
                get(labels, "response_code"),
                get(labels, "grpc_response_status"),
                get(labels, "response_flags"),
                PeerSecurity.of(get(labels, "connection_security_policy")),
                rate);
    }

    static LatencySample latency(Map<String, String> labels, Histogram durations) {
        return new LatencySample(
                Reporter.of(get(labels, "reporter")),
                party(labels, "source"),
                party(labels, "destination"),
                service(labels),
                get(labels, "request_protocol"),
                durations);
    }

    private static Party party(Map<String, String> labels, String end) {
        return new Party(
                get(labels, end + "_cluster"),
                get(labels, end + "_workload_namespace"),
                get(labels, end + "_workload"),
                get(labels, end + "_canonical_service"),
                get(labels, end + "_canonical_revision"));
    }

    private static ServiceName service(Map<String, String> labels) {
        return new ServiceName(
                get(labels, "destination_service"),
                get(labels, "destination_service_name"),
                get(labels, "destination_service_namespace"));
    }

    private static String get(Map<String, String> labels, String name) {
        return labels.getOrDefault(name, "");
    }

    /// @return NaN when it is none
    static double bound(@org.jspecify.annotations.Nullable String le) {
        if (le == null) {
            return Double.NaN;
        }
        return Numbers.parse(le);
    }
}
