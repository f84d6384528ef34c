package io.windrose.prometheus.graph;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.topology.Focus;
import io.windrose.topology.GraphType;
import io.windrose.topology.find.Expression;
import io.windrose.topology.traffic.RateChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The flags of `windrose graph` as they were typed; an empty text is a flag that was not given.
public record GraphFlags(
        String graphType,
        String namespaces,
        String duration,
        String time,
        String node,
        String rates,
        boolean injectServiceNodes,
        boolean includeIdleEdges,
        String find,
        String hide) {

    public static final GraphFlags NONE =
            new GraphFlags("", "", "", "", "", "", false, false, "", "");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");

    /// All that is wrong with them, or the request they stand for.
    public Result<GraphRequest> read() {
        var problems = new ArrayList<Problem>();
        var type = readType(problems);
        var interval = readDuration(problems);
        var end = readTime(problems);
        var focus = optional(node, Focus::parse, problems);
        var choice = optional(rates, RateChoice::parse, problems).orElse(RateChoice.DEFAULT);
        var finding = optional(find, Expression::parse, problems);
        var hiding = optional(hide, Expression::parse, problems);
        return Result.of(
                new GraphRequest(
                        type,
                        readNamespaces(),
                        interval,
                        end,
                        focus,
                        choice,
                        injectServiceNodes,
                        includeIdleEdges,
                        finding,
                        hiding),
                problems);
    }

    private GraphType readType(List<Problem> problems) {
        if (graphType.isEmpty()) {
            return GraphType.VERSIONED_APP;
        }
        var type = GraphType.of(graphType);
        if (type.isEmpty()) {
            problems.add(
                    wrong("--graph-type " + graphType, "app, versionedApp, service or workload"));
        }
        return type.orElse(GraphType.VERSIONED_APP);
    }

    private List<String> readNamespaces() {
        return Arrays.stream(namespaces.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private Duration readDuration(List<Problem> problems) {
        if (duration.isEmpty()) {
            return Duration.ofSeconds(60);
        }
        var match = DURATION.matcher(duration);
        if (match.matches()) {
            long amount = Long.parseLong(match.group(1));
            var unit = match.group(2) == null ? "s" : match.group(2);
            var read =
                    switch (unit) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        case "d" -> Duration.ofDays(amount);
                        default -> Duration.ofSeconds(amount);
                    };
            if (read.toSeconds() >= 1) {
                return read;
            }
        }
        problems.add(wrong("--duration " + duration, "a second or more, such as 60s, 5m or 1h"));
        return Duration.ofSeconds(60);
    }

    private Optional<Instant> readTime(List<Problem> problems) {
        if (time.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(time.strip())));
        } catch (NumberFormatException notOne) {
            problems.add(wrong("--time " + time, "seconds since 1970, such as 1523364075"));
            return Optional.empty();
        }
    }

    private static <T> Optional<T> optional(
            String text,
            java.util.function.Function<String, Result<T>> parse,
            List<Problem> problems) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return switch (parse.apply(text)) {
            case Result.Ok<T>(var value, _) -> Optional.of(value);
            case Result.Err<T>(var reasons) -> {
                problems.addAll(reasons);
                yield Optional.empty();
            }
        };
    }

    private static Problem wrong(String flag, String expected) {
        return Problem.error(
                "MESH1550", Place.NOWHERE, flag + " is not understood; expected " + expected);
    }
}
