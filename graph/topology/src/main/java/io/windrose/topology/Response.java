package io.windrose.topology;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All responses of an edge that carried one code.
///
/// @param rateByFlags response flags to rate per second; `-` where no flag was set
/// @param rateByHost the host that was asked for to rate per second
public record Response(
        Outcome outcome,
        double ratePerSecond,
        SortedMap<String, Double> rateByFlags,
        SortedMap<String, Double> rateByHost) {

    public Response {
        rateByFlags = Collections.unmodifiableSortedMap(new TreeMap<>(rateByFlags));
        rateByHost = Collections.unmodifiableSortedMap(new TreeMap<>(rateByHost));
    }

    /// @param flags not listed when empty
    /// @param host not listed when empty
    public static Response of(Outcome outcome, double rate, String flags, String host) {
        return new Response(outcome, rate, single(flags, rate), single(host, rate));
    }

    public Response plus(Response other) {
        return new Response(
                outcome,
                ratePerSecond + other.ratePerSecond,
                sum(rateByFlags, other.rateByFlags),
                sum(rateByHost, other.rateByHost));
    }

    private static SortedMap<String, Double> single(String key, double rate) {
        var map = new TreeMap<String, Double>();
        if (!key.isEmpty()) {
            map.put(key, rate);
        }
        return map;
    }

    private static SortedMap<String, Double> sum(
            SortedMap<String, Double> left, SortedMap<String, Double> right) {
        var sum = new TreeMap<>(left);
        right.forEach((key, rate) -> sum.merge(key, rate, Double::sum));
        return sum;
    }
}
