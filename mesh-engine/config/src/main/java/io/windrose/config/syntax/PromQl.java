package io.windrose.config.syntax;

import java.util.Optional;

/// Whether a text is an expression of Prometheus 3: its grammar, the functions that it calls, and
/// what each of them works on.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Prometheus'
///   querying</a>
public final class PromQl {
    private static final int LONGEST = 20_000;

    private PromQl() {}

    /// @return the sentence to report, with the column in the expression
    public static Optional<String> problem(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.of("An expression has at most %d characters.".formatted(LONGEST));
        }
        try {
            var type = new PromParser(PromTokens.of(expression)).whole();
            return switch (type) {
                case SCALAR, VECTOR -> Optional.empty();
                case RANGE ->
                        Optional.of(
                                "`%s` is a range of time; a rule needs one value for each moment, as"
                                                .formatted(Spelling.shortened(expression))
                                        + " rate(...) makes it.");
                case TEXT ->
                        Optional.of(
                                "`%s` is a text; a rule needs values."
                                        .formatted(Spelling.shortened(expression)));
            };
        } catch (PromMistake mistake) {
            return Optional.of(mistake.sentence());
        }
    }
}
