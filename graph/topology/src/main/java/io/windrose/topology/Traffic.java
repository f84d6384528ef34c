package io.windrose.topology;

import io.windrose.topology.traffic.Histogram;
import io.windrose.topology.traffic.PeerSecurity;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What flowed over an edge, or into or out of a node, in one protocol.
///
/// @param ratePerSecond requests, messages or bytes per second; zero when idle
/// @param responses response code to its responses; `-` for bytes, messages and no response
/// @param mutualTlsRate the part that a destination reported as mutual TLS
/// @param plaintextRate the part that a destination reported as not secured
/// @param durations milliseconds; empty where nobody measured
public record Traffic(
        double ratePerSecond,
        SortedMap<String, Response> responses,
        double mutualTlsRate,
        double plaintextRate,
        Histogram durations) {

    public static final Traffic IDLE = new Traffic(0, new TreeMap<>(), 0, 0, Histogram.EMPTY);

    public Traffic {
        responses = Collections.unmodifiableSortedMap(new TreeMap<>(responses));
    }

    /// One kind of response at one rate; [#IDLE] when the rate is zero.
    public static Traffic of(String code, Response response, PeerSecurity security) {
        double rate = response.ratePerSecond();
        if (!(rate > 0)) {
            return IDLE;
        }
        var responses = new TreeMap<String, Response>();
        responses.put(code, response);
        return new Traffic(
                rate,
                responses,
                security == PeerSecurity.MUTUAL_TLS ? rate : 0,
                security == PeerSecurity.NONE ? rate : 0,
                Histogram.EMPTY);
    }

    public Traffic plus(Traffic other) {
        var sum = new TreeMap<>(responses);
        other.responses.forEach((code, response) -> sum.merge(code, response, Response::plus));
        return new Traffic(
                ratePerSecond + other.ratePerSecond,
                sum,
                mutualTlsRate + other.mutualTlsRate,
                plaintextRate + other.plaintextRate,
                durations.plus(other.durations));
    }

    public Traffic withDurations(Histogram more) {
        return new Traffic(
                ratePerSecond, responses, mutualTlsRate, plaintextRate, durations.plus(more));
    }

    public boolean isIdle() {
        return !(ratePerSecond > 0);
    }

    /// The rate of the responses whose outcome satisfies `wanted`.
    public double rateOf(Predicate<Outcome> wanted) {
        return responses.values().stream()
                .filter(response -> wanted.test(response.outcome()))
                .mapToDouble(Response::ratePerSecond)
                .sum();
    }

    public double errorRate() {
        return rateOf(Outcome::isError);
    }

    /// 0 to 100; 0 when idle.
    public double errorPercent() {
        return isIdle() ? 0 : 100 * errorRate() / ratePerSecond;
    }

    /// How much of what a destination reported came over mutual TLS, 0 to 100; empty where no
    /// destination reported.
    public OptionalDouble mtlsPercent() {
        double known = mutualTlsRate + plaintextRate;
        return known > 0 ? OptionalDouble.of(100 * mutualTlsRate / known) : OptionalDouble.empty();
    }

    /// @param q 0 to 1
    /// @return milliseconds; empty where nobody measured
    public OptionalDouble durationMillis(double q) {
        return durations.quantile(q);
    }
}
