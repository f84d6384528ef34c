package io.windrose.workspace.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// What one workload asks of another, as both proxies count it.
///
/// @param host that was asked for
/// @param to empty workload for a host outside the mesh
/// @param flags of the response, `-` for none
/// @param reached whether the request came as far as the other end's proxy
/// @param mutualTls as that proxy saw it
/// @param rate per second, by the interval from 0 to 59
/// @param p95 milliseconds, by the interval; half of the requests take a quarter of it
record DemoFlow(
        DemoWorkload from,
        Optional<DemoWorkload> to,
        String host,
        String protocol,
        String code,
        String flags,
        boolean reached,
        boolean mutualTls,
        DoubleUnaryOperator rate,
        DoubleUnaryOperator p95) {
    private static final double[] BOUNDS = {
        1, 2, 5, 10, 15, 25, 40, 60, 80, 100, 125, 160, 250, 500, 1000
    };
    private static final double P95_DEVIATIONS = 1.645;

    /// Adds the counters of the first `intervals` intervals of `seconds` each.
    void write(StringBuilder page, int intervals, double seconds) {
        double count = 0;
        var below = new double[BOUNDS.length];
        for (int i = 0; i < intervals; i++) {
            double requests = rate.applyAsDouble(i) * seconds;
            count += requests;
            for (int b = 0; b < BOUNDS.length; b++) {
                below[b] += requests * share(BOUNDS[b], p95.applyAsDouble(i));
            }
        }
        if (protocol.equals("tcp")) {
            counter(page, "istio_tcp_received_bytes_total", "destination", count, "");
            counter(page, "istio_tcp_received_bytes_total", "source", count, "");
            return;
        }
        counter(page, "istio_requests_total", "source", count, "");
        if (reached) {
            counter(page, "istio_requests_total", "destination", count, "");
            for (int b = 0; b < BOUNDS.length; b++) {
                duration(page, Double.toString(BOUNDS[b]), below[b]);
            }
            duration(page, "+Inf", count);
        }
    }

    /// A log-normal distribution, whose median is a quarter of its 95th percentile.
    private static double share(double millis, double p95) {
        double deviations = Math.log(millis / (p95 / 4)) / (Math.log(4) / P95_DEVIATIONS);
        return 1 / (1 + Math.exp(-1.702 * deviations));
    }

    private void duration(StringBuilder page, String bound, double count) {
        counter(
                page,
                "istio_request_duration_milliseconds_bucket",
                "destination",
                count,
                ",le=\"" + bound + "\"");
    }

    private void counter(
            StringBuilder page, String metric, String reporter, double count, String more) {
        boolean byDestination = reporter.equals("destination");
        var pod = byDestination ? to.orElseThrow() : from;
        page.append(metric)
                .append("{reporter=\"")
                .append(reporter)
                .append("\",pod=\"")
                .append(pod.name())
                .append('"');
        party(page, "source", from);
        to.ifPresent(workload -> party(page, "destination", workload));
        var name = host.split("\\.", 2)[0];
        page.append(",destination_service=\"")
                .append(host)
                .append("\",destination_service_name=\"")
                .append(to.isPresent() ? name : host)
                .append("\",destination_service_namespace=\"")
                .append(to.map(DemoWorkload::namespace).orElse("unknown"))
                .append("\",response_flags=\"")
                .append(flags)
                .append("\",connection_security_policy=\"")
                .append(byDestination ? (mutualTls ? "mutual_tls" : "none") : "unknown")
                .append('"');
        if (!protocol.equals("tcp")) {
            page.append(",request_protocol=\"").append(protocol).append('"');
            page.append(",response_code=\"").append(code).append('"');
        }
        page.append(more)
                .append("} ")
                .append(String.format(Locale.ROOT, "%.6f", count))
                .append('\n');
    }

    private static void party(StringBuilder page, String end, DemoWorkload workload) {
        label(page, end, "_cluster", "Kubernetes");
        label(page, end, "_workload_namespace", workload.namespace());
        label(page, end, "_workload", workload.name());
        label(page, end, "_canonical_service", workload.app());
        label(
                page,
                end,
                "_canonical_revision",
                workload.version().isEmpty() ? "latest" : workload.version());
    }

    private static void label(StringBuilder page, String end, String name, String value) {
        page.append(',').append(end).append(name).append("=\"").append(value).append('"');
    }
}
