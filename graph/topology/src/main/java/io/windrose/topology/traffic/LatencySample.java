package io.windrose.topology.traffic;

/// How long the requests of one pair took, over the window.
///
/// @param durations milliseconds; weights are requests per second
public record LatencySample(
        Reporter reporter,
        Party source,
        Party destination,
        ServiceName service,
        String requestProtocol,
        Histogram durations) {

    public LatencySample withDurations(Histogram newDurations) {
        return new LatencySample(
                reporter, source, destination, service, requestProtocol, newDurations);
    }
}
