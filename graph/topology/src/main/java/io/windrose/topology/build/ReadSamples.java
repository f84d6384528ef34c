package io.windrose.topology.build;

import io.windrose.topology.MeshFacts;
import io.windrose.topology.Outcome;
import io.windrose.topology.traffic.LatencySample;
import io.windrose.topology.traffic.Measure;
import io.windrose.topology.traffic.Protocol;
import io.windrose.topology.traffic.TrafficSample;
import java.util.Optional;
import java.util.stream.Stream;

/// Interprets codes and protocols, and drops samples that say too little or were not asked for.
final class ReadSamples implements Stage {
    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        var flows =
                draft.window().samples().stream()
                        .filter(sample -> options.idleEdges() || sample.ratePerSecond() > 0)
                        .flatMap(sample -> flow(sample, options).stream())
                        .toList();
        var pairs =
                draft.window().latencies().stream()
                        .flatMap(sample -> timed(sample, options).stream())
                        .toList();
        return draft.withFlows(flows, pairs);
    }

    private static Optional<Flow> flow(TrafficSample sample, TopologyOptions options) {
        var protocol = protocol(sample.measure(), sample.requestProtocol());
        if (protocol.isEmpty()
                || (sample.measure() == Measure.REQUESTS
                        && !options.rates().countsRequestsOf(protocol.get()))) {
            return Optional.empty();
        }
        var code = code(sample, protocol.get());
        return Pair.of(sample.source(), sample.destination(), sample.service())
                .map(pair ->
                        new Flow(
                                sample.measure(),
                                protocol.get(),
                                sample.reporter(),
                                pair,
                                code,
                                outcome(sample.measure(), protocol.get(), code),
                                sample.measure().countsMessages() ? "" : sample.flags(),
                                sample.security(),
                                sample.ratePerSecond()));
    }

    private static Optional<TimedPair> timed(LatencySample sample, TopologyOptions options) {
        return protocol(Measure.REQUESTS, sample.requestProtocol())
                .filter(options.rates()::countsRequestsOf)
                .flatMap(protocol ->
                        Pair.of(sample.source(), sample.destination(), sample.service())
                                .map(pair ->
                                        new TimedPair(
                                                protocol,
                                                sample.reporter(),
                                                pair,
                                                sample.durations())));
    }

    private static Optional<Protocol> protocol(Measure measure, String requestProtocol) {
        if (measure.countsBytes()) {
            return Optional.of(Protocol.TCP);
        }
        if (measure.countsMessages()) {
            return Optional.of(Protocol.GRPC);
        }
        return Stream.of(Protocol.HTTP, Protocol.GRPC)
                .filter(protocol -> protocol.label().equals(requestProtocol))
                .findFirst();
    }

    private static String code(TrafficSample sample, Protocol protocol) {
        if (sample.measure() != Measure.REQUESTS || sample.responseCode().equals("0")) {
            return "-";
        }
        var http = sample.responseCode();
        boolean httpDecides =
                protocol != Protocol.GRPC
                        || sample.grpcStatus().isEmpty()
                        || http.startsWith("4")
                        || http.startsWith("5");
        var code = httpDecides ? http : sample.grpcStatus();
        return code.isEmpty() ? "-" : code;
    }

    private static Outcome outcome(Measure measure, Protocol protocol, String code) {
        if (measure != Measure.REQUESTS) {
            return Outcome.SUCCESS;
        }
        return protocol == Protocol.GRPC ? Outcome.ofGrpc(code) : Outcome.ofHttp(code);
    }
}
