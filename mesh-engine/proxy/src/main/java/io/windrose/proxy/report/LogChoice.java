package io.windrose.proxy.report;

import io.windrose.telemetry.ResponseFlag;
import io.windrose.traffic.listener.LogFilter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Whether an ending is worth a line of a log.
final class LogChoice {
    private LogChoice() {}

    static boolean wants(LogFilter filter, DoneEntry entry) {
        return switch (filter) {
            case LogFilter.Everything() -> true;
            case LogFilter.Flags(var flags) ->
                    flags.isEmpty()
                            ? entry.responseFlags().bits() != 0
                            : Arrays.stream(ResponseFlag.values())
                                    .filter(flag -> entry.responseFlags().has(flag))
                                    .anyMatch(flag -> flags.contains(flag.shortName()));
            case LogFilter.Status(var comparison, var status) ->
                    comparison.holds(entry.responseCode(), status);
            case LogFilter.DurationMillis(var comparison, var millis) ->
                    comparison.holds(TimeUnit.NANOSECONDS.toMillis(entry.durationNanos()), millis);
            case LogFilter.Header(var match) ->
                    match.matchesValue(entry.requestHeader(match.name()));
            case LogFilter.And(var filters) ->
                    filters.stream().allMatch(each -> wants(each, entry));
            case LogFilter.Or(var filters) -> filters.stream().anyMatch(each -> wants(each, entry));
        };
    }
}
