package io.windrose.config.syntax;

import io.windrose.config.syntax.PromToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads one expression of Prometheus and finds out what it is worth.
///
/// @see <a href="https://github.com/prometheus/prometheus">Prometheus</a> `promql/parser`
final class PromParser {
    private static final int MAX_DEPTH = 100;
    private static final int POWER = 5;
    private static final int MOST_HEXADECIMAL = 14;
    private static final double MOST_SECONDS = Long.MAX_VALUE / 1_000.0;
    private static final Set<String> NO_TIMES = Set.of("inf", "nan");
    private static final Set<String> SET_OPERATORS = Set.of("and", "or", "unless");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "<", ">");
    private static final List<Set<String>> OPERATORS =
            List.of(
                    Set.of("or"),
                    Set.of("and", "unless"),
                    COMPARISONS,
                    Set.of("+", "-"),
                    Set.of("*", "/", "%", "atan2"),
                    Set.of("^"));
    private static final Set<String> AGGREGATIONS =
            Set.of(
                    "sum",
                    "avg",
                    "count",
                    "min",
                    "max",
                    "group",
                    "stddev",
                    "stdvar",
                    "topk",
                    "bottomk",
                    "count_values",
                    "quantile",
                    "limitk",
                    "limit_ratio");
    private static final Set<String> WITH_NUMBER =
            Set.of("topk", "bottomk", "quantile", "limitk", "limit_ratio");
    private static final Set<String> NO_METRICS =
            Set.of("bool", "on", "ignoring", "group_left", "group_right", "atan2");
    private static final Set<String> NO_FUNCTIONS =
            Set.of("and", "or", "unless", "by", "without", "offset", "start", "end");

    private final PromReader in;
    private int depth;

    PromParser(List<PromToken> tokens) {
        this.in = new PromReader(tokens);
    }

    PromType whole() throws PromMistake {
        var value = binary(0);
        if (in.next().kind() != Kind.END) {
            throw in.mistake("an operator or the end");
        }
        return value.type();
    }

    private PromValue binary(int level) throws PromMistake {
        if (level == OPERATORS.size()) {
            return unary();
        }
        var left = binary(level + 1);
        while (OPERATORS.get(level).contains(in.next().lower()) && in.next().kind() != Kind.TEXT) {
            var operator = in.take().lower();
            var matching = matching();
            left = combined(operator, matching, left, right(level));
        }
        return left;
    }

    /// What is raised to a power is raised to the right first.
    private PromValue right(int level) throws PromMistake {
        if (level < POWER) {
            return binary(level + 1);
        }
        deeper();
        var value = binary(level);
        depth--;
        return value;
    }

    /// How two sides are matched.
    ///
    /// @param labels of `on` or `ignoring`, as `group` of `group_left` or `group_right`
    private record Matching(boolean bool, List<String> labels, boolean grouped) {}

    private Matching matching() throws PromMistake {
        boolean bool = in.takesWord("bool");
        boolean on = in.next().isWord("on");
        if (!on && !in.next().isWord("ignoring")) {
            return new Matching(bool, List.of(), false);
        }
        in.take();
        var labels = labels();
        boolean grouped = in.takesWord("group_left") || in.takesWord("group_right");
        if (grouped && in.next().isMark("(")) {
            var group = labels();
            if (on && group.stream().anyMatch(labels::contains)) {
                throw new PromMistake("A label stands in `on` or in the group, not in both.");
            }
        }
        return new Matching(bool, labels, grouped);
    }

    private static PromValue combined(
            String operator, Matching matching, PromValue left, PromValue right)
            throws PromMistake {
        boolean comparison = COMPARISONS.contains(operator);
        boolean set = SET_OPERATORS.contains(operator);
        boolean vectors = left.type() == PromType.VECTOR && right.type() == PromType.VECTOR;
        boolean scalars = left.type() == PromType.SCALAR && right.type() == PromType.SCALAR;
        if (!left.type().isNumeric() || !right.type().isNumeric()) {
            throw new PromMistake("An operator works on values, not on a range of time or a text.");
        }
        if (matching.bool && !comparison) {
            throw new PromMistake("`bool` goes with a comparison, not with `" + operator + "`.");
        }
        if (comparison && scalars && !matching.bool) {
            throw new PromMistake("Two numbers are compared with `%s bool`.".formatted(operator));
        }
        if (set && (!vectors || matching.grouped)) {
            throw new PromMistake(
                    vectors
                            ? "`%s` does not go with a group.".formatted(operator)
                            : "`%s` works on values of series, not on a number."
                                    .formatted(operator));
        }
        if (!vectors && !matching.labels.isEmpty()) {
            throw new PromMistake("Labels are compared between series, not with a number.");
        }
        return PromValue.of(scalars ? PromType.SCALAR : PromType.VECTOR);
    }

    private PromValue unary() throws PromMistake {
        deeper();
        PromValue value;
        if (in.takesMark("+") || in.takesMark("-")) {
            value = PromValue.of(binary(POWER).type());
            if (!value.type().isNumeric()) {
                throw new PromMistake("A sign goes with values, not with a range of time.");
            }
        } else {
            value = followed(primary());
        }
        depth--;
        return value;
    }

    private void deeper() throws PromMistake {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new PromMistake("The expression is nested deeper than 100 levels.");
        }
    }

    private PromValue primary() throws PromMistake {
        if (in.takesMark("(")) {
            var inner = binary(0);
            in.expectMark(")");
            return PromValue.of(inner.type());
        }
        if (in.takes(Kind.NUMBER) || in.takes(Kind.DURATION)) {
            return PromValue.of(PromType.SCALAR);
        }
        if (in.takes(Kind.TEXT)) {
            return PromValue.of(PromType.TEXT);
        }
        if (in.next().isMark("{")) {
            new PromMatchers(in).read("");
            return PromValue.SELECTOR;
        }
        var word = in.next();
        if (word.kind() != Kind.WORD || NO_METRICS.contains(word.lower())) {
            throw in.mistake("a metric, a function, a number or `(`");
        }
        in.take();
        boolean call = in.next().isMark("(");
        boolean grouped = in.next().isWord("by") || in.next().isWord("without");
        if (AGGREGATIONS.contains(word.lower()) && (call || grouped)) {
            return aggregation(word.lower());
        }
        if (call && !NO_FUNCTIONS.contains(word.lower())) {
            return call(word.text());
        }
        if (in.next().isMark("{")) {
            new PromMatchers(in).read(word.text());
        }
        return PromValue.SELECTOR;
    }

    private PromValue aggregation(String name) throws PromMistake {
        boolean grouped = grouping();
        var given = arguments();
        if (!grouped) {
            var _ = grouping();
        }
        var letters = WITH_NUMBER.contains(name) ? "sv" : name.equals("count_values") ? "tv" : "v";
        return called(PromFunction.of(name, letters, PromType.VECTOR), given);
    }

    private boolean grouping() throws PromMistake {
        boolean grouped = in.takesWord("by") || in.takesWord("without");
        if (grouped) {
            var _ = labels();
        }
        return grouped;
    }

    private PromValue call(String name) throws PromMistake {
        var function = PromFunctions.of(name);
        if (function.isEmpty()) {
            throw new PromMistake(
                    "There is no function `%s`%s"
                            .formatted(
                                    Spelling.shortened(name),
                                    PromFunctions.nearest(name)
                                            .map(one -> "; did you mean `" + one + "`?")
                                            .orElse(".")));
        }
        return called(function.get(), arguments());
    }

    private static PromValue called(PromFunction function, List<PromType> given)
            throws PromMistake {
        var problem = function.problem(given);
        if (problem.isPresent()) {
            throw new PromMistake(problem.get());
        }
        return PromValue.of(function.result());
    }

    private List<PromType> arguments() throws PromMistake {
        var types = new ArrayList<PromType>();
        in.expectMark("(");
        if (in.takesMark(")")) {
            return types;
        }
        do {
            types.add(binary(0).type());
        } while (in.takesMark(","));
        if (!in.takesMark(")")) {
            throw in.mistake("`,` or `)`");
        }
        return types;
    }

    /// What may stand behind a value: a range, an offset, a moment.
    private PromValue followed(PromValue value) throws PromMistake {
        var result = value;
        while (true) {
            if (in.takesMark("[")) {
                in.expectDuration(/* zero= */ false);
                if (in.takesMark(":")) {
                    if (!in.next().isMark("]")) {
                        in.expectDuration(/* zero= */ false);
                    }
                    result = result.resampled();
                } else {
                    result = result.ranged();
                }
                in.expectMark("]");
            } else if (in.takesWord("offset")) {
                var _ = in.takesMark("-") || in.takesMark("+");
                in.expectDuration(/* zero= */ true);
                result = result.shifted();
            } else if (in.takesMark("@")) {
                result = pinned(result);
            } else {
                return result;
            }
        }
    }

    private PromValue pinned(PromValue value) throws PromMistake {
        if (in.takesWord("start") || in.takesWord("end")) {
            in.expectMark("(");
            in.expectMark(")");
            return value.pinned();
        }
        var _ = in.takesMark("-") || in.takesMark("+");
        var token = in.next();
        if (token.kind() != Kind.NUMBER || !isTime(token.text())) {
            throw in.mistake("a time in seconds");
        }
        var _ = in.take();
        return value.dated();
    }

    private static boolean isTime(String number) {
        if (number.startsWith("0x") || number.startsWith("0X")) {
            return number.length() <= MOST_HEXADECIMAL;
        }
        boolean digits = !NO_TIMES.contains(number.toLowerCase(Locale.ROOT));
        return digits && Double.parseDouble(number.replace("_", "")) < MOST_SECONDS;
    }

    private List<String> labels() throws PromMistake {
        var names = new ArrayList<String>();
        in.expectMark("(");
        while (!in.takesMark(")")) {
            var token = in.next();
            boolean label =
                    token.kind() == Kind.WORD
                            && !token.text().contains(":")
                            && !token.isWord("without");
            if (!label && token.kind() != Kind.TEXT) {
                throw in.mistake("a label or `)`");
            }
            names.add(in.take().text());
            if (!in.takesMark(",") && !in.next().isMark(")")) {
                throw in.mistake("`,` or `)`");
            }
        }
        return names;
    }
}
