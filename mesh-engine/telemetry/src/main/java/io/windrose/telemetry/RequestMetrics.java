package io.windrose.telemetry;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Istio's standard metrics of one proxy. Any thread may ask for series, record and read.
///
/// Series live as long as the proxy: their number is that of the pairs of workloads it has seen.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/metrics/">Istio standard metrics</a>
public final class RequestMetrics {
    private final String buildTag;
    private final Map<RequestLabels, PairSeries> byLabels = new ConcurrentHashMap<>();

    /// @param buildTag the version that `istio_build` shows, Istio's `ISTIO_VERSION`; empty is
    ///   shown as `unknown`
    public RequestMetrics(String buildTag) {
        this.buildTag = WorkloadLabels.orUnknown(buildTag);
    }

    /// The series of these labels. Equal labels give the same series; costs a hash of 19 strings,
    /// so callers keep the result.
    public PairSeries between(RequestLabels labels) {
        return byLabels.computeIfAbsent(labels, PairSeries::new);
    }

    String buildTag() {
        return buildTag;
    }

    Collection<PairSeries> pairs() {
        return byLabels.values();
    }
}
