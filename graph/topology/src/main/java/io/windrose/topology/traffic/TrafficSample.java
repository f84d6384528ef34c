package io.windrose.topology.traffic;

/// One group of counter series as a rate over the window, with the labels as the proxy wrote them.
///
/// @param requestProtocol `http` or `grpc`; empty for bytes and messages
/// @param responseCode `0` when there was no response; empty for bytes and messages
/// @param grpcStatus empty when the request was not gRPC
/// @param flags Envoy's short response flags, `-` when none was set; empty for messages
/// @param ratePerSecond requests, messages or bytes per second; zero for idle series
public record TrafficSample(
        Measure measure,
        Reporter reporter,
        Party source,
        Party destination,
        ServiceName service,
        String requestProtocol,
        String responseCode,
        String grpcStatus,
        String flags,
        PeerSecurity security,
        double ratePerSecond) {

    public TrafficSample withRate(double newRatePerSecond) {
        return new TrafficSample(
                measure,
                reporter,
                source,
                destination,
                service,
                requestProtocol,
                responseCode,
                grpcStatus,
                flags,
                security,
                newRatePerSecond);
    }
}
