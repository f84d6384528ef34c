package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.kernel.Problem;
import java.util.Optional;

/// Characters that nobody sees, and that make a text look like another one.
///
/// @see <a href="https://www.unicode.org/reports/tr9/">Unicode's bidirectional algorithm</a>
final class Direction {
    private Direction() {}

    static Optional<Problem> problem(Scalar scalar, String file) {
        var text = scalar.text();
        for (int i = 0; i < text.length(); i++) {
            if (turns(text.charAt(i))) {
                return Optional.of(
                        Problem.warning(
                                "MESH0109",
                                scalar.span().in(file),
                                ("This holds the invisible character U+%04X, which changes the"
                                                + " direction of reading: it is not what it looks"
                                                + " like.")
                                        .formatted((int) text.charAt(i))));
            }
        }
        return Optional.empty();
    }

    /// Embeddings, overrides and isolates, and the marks between directions.
    private static boolean turns(char c) {
        return c >= '\u200e'
                && (c <= '\u200f'
                        || (c >= '\u202a' && c <= '\u202e')
                        || (c >= '\u2066' && c <= '\u2069'));
    }
}
