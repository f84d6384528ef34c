package io.windrose.prometheus;

import io.windrose.topology.traffic.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A question as PromQL.
///
/// Only `sum by (rate())` and one comparison are used, so that every Prometheus-compatible store
/// can answer; quantiles are computed here from the sums of buckets.
public final class TrafficQueries {
    static final String DURATIONS = "istio_request_duration_milliseconds_bucket";

    private static final String ENDS =
            "source_cluster,source_workload_namespace,source_workload,source_canonical_service,"
                    + "source_canonical_revision,destination_cluster,destination_service_namespace,"
                    + "destination_service,destination_service_name,destination_workload_namespace,"
                    + "destination_workload,destination_canonical_service,"
                    + "destination_canonical_revision";

    private TrafficQueries() {}

    /// @param promql an instant query whose series become samples of `measure`
    public record Counted(Measure measure, String promql) {}

    /// One query per counter and selection.
    public static List<Counted> counters(TrafficQuestion question) {
        var queries = new ArrayList<Counted>();
        for (var measure : question.rates().measures()) {
            for (var selection : Selection.of(question, measure)) {
                queries.add(
                        new Counted(
                                measure,
                                rate(
                                        measure.metric(),
                                        selection,
                                        question.interval(),
                                        labels(measure),
                                        question.idle())));
            }
        }
        return queries;
    }

    /// How long requests took, as buckets; nothing when requests are not asked for.
    public static List<String> durations(TrafficQuestion question) {
        if (!question.rates().measures().contains(Measure.REQUESTS)) {
            return List.of();
        }
        return Selection.of(question, Measure.REQUESTS).stream()
                .map(selection ->
                        rate(
                                DURATIONS,
                                selection,
                                question.interval(),
                                "le,reporter," + ENDS + ",request_protocol",
                                true))
                .toList();
    }

    private static String labels(Measure measure) {
        var labels = "reporter," + ENDS + ",connection_security_policy";
        return switch (measure) {
            case REQUESTS ->
                    labels + ",request_protocol,response_code,grpc_response_status,response_flags";
            case GRPC_SENT, GRPC_RECEIVED -> labels;
            case TCP_SENT, TCP_RECEIVED -> labels + ",response_flags";
        };
    }

    private static String rate(
            String metric, Selection selection, Duration interval, String labels, boolean idle) {
        return "sum(rate("
                + metric
                + "{"
                + selection.promql()
                + "}["
                + Math.max(1, interval.toSeconds())
                + "s])) by ("
                + labels
                + ")"
                + (idle ? "" : " > 0");
    }
}
