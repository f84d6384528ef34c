package io.windrose.config.syntax;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/// Whether a regular expression is one that the proxy's engine takes.
///
/// @see <a href="https://github.com/google/re2/wiki/Syntax">RE2's syntax</a>
public final class Expressions {
    private static final int MAX_LENGTH = 1024;

    private Expressions() {}

    /// @return the sentence to report
    public static Optional<String> problem(String expression) {
        if (expression.length() > MAX_LENGTH) {
            return Optional.of("A regular expression has at most 1024 characters.");
        }
        if (Repeats.areTooMany(expression)) {
            return Optional.of(
                    "`%s` is not a regular expression of RE2: it repeats a part more than %d times."
                            .formatted(Spelling.shortened(expression), Repeats.MOST));
        }
        try {
            var _ = Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException error) {
            return Optional.of(
                    "`%s` is not a regular expression of RE2: %s."
                            .formatted(Spelling.shortened(expression), error.getDescription()));
        }
    }
}
