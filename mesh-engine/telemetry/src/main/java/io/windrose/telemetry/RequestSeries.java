package io.windrose.telemetry;

/// What was measured of the requests with one outcome.
///
/// @param labels all labels in Istio's order
record RequestSeries(
        String labels, Histogram durationMillis, Histogram requestBytes, Histogram responseBytes) {

    RequestSeries(String labels) {
        this(labels, new Histogram(), new Histogram(), new Histogram());
    }
}
