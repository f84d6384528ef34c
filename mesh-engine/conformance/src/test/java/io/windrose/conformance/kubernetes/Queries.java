package io.windrose.conformance.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Random expressions of Prometheus, by what they are worth, and changes to their texts.
///
/// @param random where all choices come from
record Queries(SplittableRandom random) {
    private static final int DEEP = 4;
    private static final Pattern TOKEN =
            Pattern.compile("\\w+|\"[^\"]*\"|[=!<>~]+|\\s+|.", Pattern.DOTALL);
    private static final List<String> FRAGMENTS =
            List.of(
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    ",",
                    ",,",
                    "+",
                    "-",
                    "^",
                    "==",
                    "=",
                    "=~",
                    "!",
                    "!~",
                    "bool",
                    "bool ",
                    " on(a) ",
                    " ignoring() ",
                    " group_left ",
                    " by (a) ",
                    " without ",
                    " offset 5m ",
                    " offset 5 ",
                    "[5m]",
                    "[5m:]",
                    "[5m:1]",
                    "[0s]",
                    ":",
                    "@",
                    " @ 1e3 ",
                    " @ end() ",
                    " @ start ",
                    "5",
                    "5m",
                    "1h30m",
                    "30m1h",
                    "0x",
                    "0x1f",
                    "1e",
                    "1.",
                    ".5",
                    "inf",
                    "NaN",
                    "\"a\"",
                    "'",
                    "\\",
                    "\\d",
                    "sum",
                    "SUM",
                    "rate",
                    "time()",
                    "x",
                    "a:b",
                    "und",
                    " and ",
                    " or ",
                    " unless ",
                    " atan2 ",
                    "%",
                    "#",
                    "$",
                    "é",
                    "__name__",
                    "le",
                    "topk",
                    "quantile",
                    "count_values",
                    "absent",
                    "label_join");

    String vector(int depth) {
        if (depth > DEEP) {
            return selector();
        }
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> selector() + sometimes(modifier());
            case 3 -> "(" + vector(depth + 1) + ")";
            case 4 -> "-" + vector(depth + 1);
            case 5 ->
                    pick("rate", "increase", "avg_over_time", "changes", "last_over_time")
                            + "("
                            + range(depth + 1)
                            + ")";
            case 6 ->
                    pick("abs", "ceil", "exp", "sort", "timestamp", "absent", "round", "hour")
                            + "("
                            + vector(depth + 1)
                            + ")";
            case 7 -> call(depth + 1);
            case 8 -> aggregation(depth + 1);
            case 9 -> vector(depth + 1) + matched() + vector(depth + 1);
            case 10 -> vector(depth + 1) + pick(" and ", " or ", " unless ") + vector(depth + 1);
            case 11 ->
                    vector(depth + 1)
                            + pick(" > ", " == ", " <= bool ", " + ", " ^ ", " atan2 ")
                            + scalar(depth + 1);
            default -> "vector(" + scalar(depth + 1) + ")";
        };
    }

    private String call(int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> "histogram_quantile(" + scalar(depth) + ", " + vector(depth) + ")";
            case 1 -> "clamp(" + vector(depth) + ", " + scalar(depth) + ", " + scalar(depth) + ")";
            case 2 -> "predict_linear(" + range(depth) + ", " + scalar(depth) + ")";
            case 3 -> "label_replace(" + vector(depth) + ", \"a\", \"$1\", \"b\", \"(.*)\")";
            case 4 -> "label_join(" + vector(depth) + ", \"a\", \"-\"" + sometimes(", \"b\"") + ")";
            case 5 -> "quantile_over_time(" + scalar(depth) + ", " + range(depth) + ")";
            default -> "round(" + vector(depth) + ", " + scalar(depth) + ")";
        };
    }

    private String aggregation(int depth) {
        var grouping = pick("", "", " by (a, le) ", " without (b,) ", " by () ", " BY (on)");
        var call =
                switch (random.nextInt(4)) {
                    case 0 -> pick("topk", "bottomk", "quantile") + "@(" + scalar(depth) + ", ";
                    case 1 -> "count_values@(\"v\", ";
                    default -> pick("sum", "min", "count", "stddev", "group", "AVG") + "@(";
                };
        var whole = call + vector(depth) + ")";
        return random.nextBoolean()
                ? whole.replaceFirst("@", grouping)
                : whole.replaceFirst("@", "") + grouping;
    }

    private String range(int depth) {
        var range = pick("[5m]", "[1h30m]", "[ 90s ]", "[1d]");
        return random.nextInt(4) == 0
                ? vector(depth).replaceFirst("^-", "")
                        + pick("[10m:1m]", "[1h:]")
                        + sometimes(modifier())
                : selector() + range + sometimes(modifier());
    }

    String scalar(int depth) {
        if (depth > DEEP) {
            return "1";
        }
        return switch (random.nextInt(9)) {
            case 0 -> "scalar(" + vector(depth + 1) + ")";
            case 1 -> pick("time()", "pi()");
            case 2 -> scalar(depth + 1) + pick(" + ", " * ", " % ", " ^ ", "-") + scalar(depth + 1);
            case 3 ->
                    "("
                            + scalar(depth + 1)
                            + pick(" > bool ", " != bool ")
                            + scalar(depth + 1)
                            + ")";
            default -> pick("0.9", "1e3", "0x1f", "Inf", "nan", "100", "-3", ".5", "5.", "017");
        };
    }

    private String selector() {
        return switch (random.nextInt(5)) {
            case 0 -> "{" + pick("__name__=~\"a.+\"", "job='x', b=~\".*\"", "a!=\"\"") + "}";
            case 1 -> pick("istio_requests_total", "x") + "{" + matchers() + "}";
            default -> pick("up", "a:b:rate5m", "http_requests_total", "x", "sum", "on_x");
        };
    }

    private String matchers() {
        return pick(
                "",
                "a=\"b\"",
                "a=\"b\",",
                "code=~\"5..\", le!=\"+Inf\"",
                "b!~'x|y'",
                "c=`\\d`",
                "d=\"\\\\d\\n\\x41\\u00e9\"");
    }

    private String modifier() {
        return pick(
                " offset 5m", " offset -1h", " @ 1609746000", " @ end()", " @ start() offset 1w");
    }

    private String matched() {
        return pick(" + ", " / ", " == ", " > bool ")
                + pick(
                        "",
                        "",
                        "on (a) ",
                        "ignoring(b, c) ",
                        "on(a) group_left ",
                        "on(a) group_right(b) ",
                        "ignoring(a) group_left() ");
    }

    /// One place of a text changed.
    String changed(String text) {
        var tokens =
                new ArrayList<>(TOKEN.matcher(text).results().map(MatchResult::group).toList());
        int at = random.nextInt(tokens.size());
        var fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
        switch (random.nextInt(5)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> tokens.set(at, fragment);
            case 3 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
            default -> tokens.add(at, fragment);
        }
        var changed = String.join("", tokens);
        return changed.isBlank() ? text : changed;
    }

    private String sometimes(String text) {
        return random.nextInt(4) == 0 ? text : "";
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
