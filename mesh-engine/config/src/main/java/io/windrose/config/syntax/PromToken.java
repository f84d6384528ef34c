package io.windrose.config.syntax;

import java.util.Locale;

/// A piece of an expression of Prometheus.
///
/// @param begin offset in the expression
record PromToken(Kind kind, String text, int begin) {
    enum Kind {
        WORD,
        NUMBER,
        DURATION,
        TEXT,
        MARK,
        /// What cannot be read, up to the end.
        NOTHING,
        END
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    /// A word of the language is the same in capital letters.
    boolean isWord(String word) {
        return kind == Kind.WORD && lower().equals(word);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
