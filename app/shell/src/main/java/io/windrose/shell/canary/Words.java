package io.windrose.shell.canary;

import io.windrose.kernel.TrafficSplit;
import io.windrose.session.rollout.Breach;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/// How shares, times and limits are written here.
final class Words {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Duration SECONDS_COUNT = Duration.ofMinutes(10);

    private Words() {}

    /// The service as a whole has no name as a subset.
    static String subset(String name) {
        return name.isEmpty() ? "any" : name;
    }

    static String percent(int percent) {
        return percent + " %";
    }

    /// `v1 75 %, v2 25 %`.
    static String split(TrafficSplit split) {
        return split.percentBySubset().entrySet().stream()
                .map(one -> subset(one.getKey()) + " " + one.getValue() + " %")
                .collect(Collectors.joining(", "));
    }

    /// `1,240`.
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A rate without its unit: `9.8`.
    static String number(double perSecond) {
        var rate = Figures.rate(perSecond, Protocol.HTTP);
        return rate.substring(0, rate.indexOf(' '));
    }

    /// With seconds where that is recent.
    static String time(Instant at, Instant now, ZoneId zone) {
        boolean recent = Duration.between(at, now).compareTo(SECONDS_COUNT) < 0;
        return (recent ? SECONDS : MINUTES).format(at.atZone(zone));
    }

    static String figure(Breach.Rail rail, double value) {
        return switch (rail) {
            case ERRORS -> Figures.percent(value);
            case P95 -> Figures.millis(value);
        };
    }

    /// `v3 fails 17.6 %`, `v3 takes 612 ms in p95`.
    static String breach(Breach breach) {
        var figure = figure(breach.rail(), breach.measured());
        return subset(breach.subset())
                + switch (breach.rail()) {
                    case ERRORS -> " fails " + figure;
                    case P95 -> " takes " + figure + " in p95";
                };
    }

    /// `limit 5 %`.
    static String limit(Breach breach) {
        return "limit " + figure(breach.rail(), breach.limit());
    }
}
