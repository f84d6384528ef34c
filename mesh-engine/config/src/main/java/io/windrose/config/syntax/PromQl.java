package io.windrose.config.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a text is an expression of Prometheus: its grammar, the names of its functions, and
/// where a range of time is asked for.
///
/// One instance per text; the depth of an expression is bounded.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Prometheus'
///   querying</a>
public final class PromQl {
    private static final int MAX_DEPTH = 100;
    private static final int LONGEST = 20_000;
    private static final int POWER = 5;
    private static final Pattern BLANKS = Pattern.compile("(?:[ \\t\\r\\n]++|#[^\\n]*+)*+");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "0[xX][0-9a-fA-F]+|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
                            + "|(?i:inf|nan)(?![\\w:])");
    private static final Pattern DURATION = Pattern.compile("(?:[0-9]+(?:ms|[smhdwy]))+");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_]\\w*");
    private static final Pattern STRING =
            Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'|`[^`]*+`");
    private static final Pattern MATCHES = Pattern.compile("=~|!~|!=|=");
    private static final List<Pattern> OPERATORS =
            List.of(
                    Pattern.compile("(?:or)(?![\\w:])"),
                    Pattern.compile("(?:and|unless)(?![\\w:])"),
                    Pattern.compile("==|!=|<=|>=|<|>"),
                    Pattern.compile("[-+]"),
                    Pattern.compile("[*/%]|atan2(?![\\w:])"),
                    Pattern.compile("\\^"));
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
    private static final Set<String> OF_RANGES =
            Set.of(
                    ("rate irate increase delta idelta deriv changes resets predict_linear"
                                    + " holt_winters double_exponential_smoothing absent_over_time"
                                    + " avg_over_time count_over_time first_over_time"
                                    + " last_over_time mad_over_time max_over_time min_over_time"
                                    + " present_over_time quantile_over_time stddev_over_time"
                                    + " stdvar_over_time sum_over_time ts_of_first_over_time"
                                    + " ts_of_last_over_time ts_of_max_over_time"
                                    + " ts_of_min_over_time")
                            .split(" "));
    private static final Set<String> FUNCTIONS =
            Set.of(
                    ("abs absent acos acosh asin asinh atan atanh ceil clamp clamp_max clamp_min"
                                    + " cos cosh day_of_month day_of_week day_of_year days_in_month"
                                    + " deg exp floor histogram_avg histogram_count"
                                    + " histogram_fraction histogram_quantile histogram_quantiles"
                                    + " histogram_stddev histogram_stdvar histogram_sum hour info"
                                    + " label_join label_replace ln log10 log2 minute month pi rad"
                                    + " round scalar sgn sin sinh sort sort_by_label"
                                    + " sort_by_label_desc sort_desc sqrt tan tanh time timestamp"
                                    + " vector year")
                            .split(" "));

    private final String text;
    private int at;
    private int depth;

    private PromQl(String text) {
        this.text = text;
    }

    /// @return the sentence to report, with the column in the expression
    public static Optional<String> problem(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.of("An expression has at most %d characters.".formatted(LONGEST));
        }
        var parser = new PromQl(expression);
        try {
            boolean range = parser.binary(0);
            parser.blanks();
            if (parser.at < expression.length()) {
                throw parser.mistake("an operator or the end");
            }
            return range
                    ? Optional.of(
                            "`%s` is a range of time; a rule needs one value for each moment, as"
                                            .formatted(Spelling.shortened(expression))
                                    + " rate(...) makes it.")
                    : Optional.empty();
        } catch (Mistake mistake) {
            return Optional.of(mistake.sentence);
        }
    }

    /// Ends the parsing at the first mistake.
    private static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;
        private final String sentence;

        Mistake(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }
    }

    /// @return whether it is a range of time, as all of the following
    private boolean binary(int level) throws Mistake {
        if (level == OPERATORS.size()) {
            return unary();
        }
        boolean range = binary(level + 1);
        while (takes(OPERATORS.get(level))) {
            range = false;
            modifiers();
            boolean other = level == POWER ? binary(level) : binary(level + 1);
            if (other) {
                throw new Mistake("An operator works on values, not on a range of time.");
            }
        }
        return range;
    }

    private void modifiers() throws Mistake {
        if (takesWord("bool")) {
            modifiers();
        } else if (takesWord("on") || takesWord("ignoring")) {
            labels();
            if (takesWord("group_left") || takesWord("group_right")) {
                blanks();
                if (text.startsWith("(", at)) {
                    labels();
                }
            }
        }
    }

    private boolean unary() throws Mistake {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new Mistake("The expression is nested deeper than 100 levels.");
        }
        boolean range = takes(OPERATORS.get(3)) ? binary(POWER) : selected(primary());
        depth--;
        return range;
    }

    private boolean primary() throws Mistake {
        if (takes("(")) {
            boolean range = binary(0);
            expect(")");
            return range;
        }
        if (takes(NUMBER) || takes(STRING)) {
            return false;
        }
        if (takes("{")) {
            matchers();
            return false;
        }
        int begin = begin();
        if (!takes(NAME)) {
            throw mistake("a metric, a function, a number or `(`");
        }
        var name = text.substring(begin, at);
        if (AGGREGATIONS.contains(name)) {
            return aggregation(name);
        }
        if (takes("(")) {
            return call(name);
        }
        if (takes("{")) {
            matchers();
        }
        return false;
    }

    private boolean aggregation(String name) throws Mistake {
        boolean grouped = grouping();
        expect("(");
        if (arguments()) {
            throw new Mistake("`%s` works on values, not on a range of time.".formatted(name));
        }
        if (!grouped) {
            var _ = grouping();
        }
        return false;
    }

    private boolean grouping() throws Mistake {
        boolean grouped = takesWord("by") || takesWord("without");
        if (grouped) {
            labels();
        }
        return grouped;
    }

    private boolean call(String name) throws Mistake {
        if (!FUNCTIONS.contains(name) && !OF_RANGES.contains(name)) {
            var known =
                    Spelling.nearest(name, FUNCTIONS).or(() -> Spelling.nearest(name, OF_RANGES));
            throw new Mistake(
                    "There is no function `%s`%s"
                            .formatted(
                                    Spelling.shortened(name),
                                    known.map(one -> "; did you mean `" + one + "`?").orElse(".")));
        }
        boolean range = arguments();
        if (range != OF_RANGES.contains(name)) {
            throw new Mistake(
                    range
                            ? "`%s` works on values, not on a range of time.".formatted(name)
                            : "`%s` needs a range of time, as in `[5m]`.".formatted(name));
        }
        return false;
    }

    /// Behind the parenthesis, up to the one that closes it.
    ///
    /// @return whether one of them is a range
    private boolean arguments() throws Mistake {
        boolean range = false;
        while (!takes(")")) {
            range |= binary(0);
            blanks();
            if (!takes(",") && !text.startsWith(")", at)) {
                throw mistake("`,` or `)`");
            }
        }
        return range;
    }

    /// What may stand behind a value: a range, an offset, a moment.
    private boolean selected(boolean range) throws Mistake {
        boolean result = range;
        while (true) {
            if (takes("[")) {
                expect(DURATION, "a duration such as 5m");
                if (takes(":")) {
                    var _ = takes(DURATION);
                }
                expect("]");
                result = true;
            } else if (takesWord("offset")) {
                var _ = takes(OPERATORS.get(3));
                expect(DURATION, "a duration such as 5m");
            } else if (takes("@")) {
                moment();
            } else {
                return result;
            }
        }
    }

    private void moment() throws Mistake {
        if (takesWord("start") || takesWord("end")) {
            expect("(");
            expect(")");
            return;
        }
        var _ = takes(OPERATORS.get(3));
        expect(NUMBER, "a time in seconds");
    }

    private void matchers() throws Mistake {
        while (!takes("}")) {
            boolean quoted = takes(STRING);
            if (!quoted) {
                expect(LABEL, "a label or `}`");
            }
            if (takes(MATCHES)) {
                expect(STRING, "a value in quotes");
            } else if (!quoted) {
                throw mistake("one of =, !=, =~, !~");
            }
            blanks();
            if (!takes(",") && !text.startsWith("}", at)) {
                throw mistake("`,` or `}`");
            }
        }
    }

    private void labels() throws Mistake {
        expect("(");
        while (!takes(")")) {
            if (!takes(STRING)) {
                expect(LABEL, "a label or `)`");
            }
            blanks();
            if (!takes(",") && !text.startsWith(")", at)) {
                throw mistake("`,` or `)`");
            }
        }
    }

    private void expect(String token) throws Mistake {
        if (!takes(token)) {
            throw mistake("`" + token + "`");
        }
    }

    private void expect(Pattern token, String name) throws Mistake {
        if (!takes(token)) {
            throw mistake(name);
        }
    }

    private boolean takes(String token) {
        blanks();
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private boolean takesWord(String word) {
        blanks();
        int end = at + word.length();
        boolean there =
                text.startsWith(word, at)
                        && (end == text.length()
                                || !Character.isJavaIdentifierPart(text.charAt(end)));
        at += there ? word.length() : 0;
        return there;
    }

    private boolean takes(Pattern token) {
        blanks();
        var found = found(token);
        boolean there = found.lookingAt();
        at = there ? found.end() : at;
        return there;
    }

    private int begin() {
        blanks();
        return at;
    }

    private void blanks() {
        var found = found(BLANKS);
        at = found.lookingAt() ? found.end() : at;
    }

    private Matcher found(Pattern token) {
        return token.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    private Mistake mistake(String wanted) {
        blanks();
        var rest = text.substring(at);
        return new Mistake(
                "This is not an expression of Prometheus: at character %d there must be %s, not %s."
                        .formatted(
                                at + 1,
                                wanted,
                                rest.isEmpty() ? "the end" : "`" + Spelling.shortened(rest) + "`"));
    }
}
