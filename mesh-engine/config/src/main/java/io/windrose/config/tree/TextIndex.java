package io.windrose.config.tree;

import java.util.Arrays;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// From the parser's marks, which count code points, to offsets in the text.
final class TextIndex {
    private final String text;

    /// Which code points take two units, ascending.
    private final int[] wide;

    TextIndex(String text) {
        this.text = text;
        wide = new int[text.length() - text.codePointCount(0, text.length())];
        for (int i = 0, found = 0; found < wide.length; i++) {
            if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                wide[found] = i - found;
                found++;
                i++;
            }
        }
    }

    Span span(Optional<Mark> start, Optional<Mark> end) {
        var from = start.orElseThrow();
        var to = end.orElseThrow();
        return new Span(
                offset(from.getIndex()),
                offset(to.getIndex()),
                from.getLine() + 1,
                from.getColumn() + 1,
                to.getLine() + 1,
                to.getColumn() + 1);
    }

    /// The span of a block scalar, whose end the parser puts at the next token.
    Span trimmed(Span span) {
        int end = span.end();
        while (end > span.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int line = span.line() + (int) text.substring(span.start(), end).lines().count() - 1;
        int lineStart = Math.max(text.lastIndexOf('\n', end - 1), -1) + 1;
        return new Span(
                span.start(),
                end,
                span.line(),
                span.column(),
                Math.max(line, span.line()),
                text.codePointCount(lineStart, end) + 1);
    }

    private int offset(int codePoints) {
        if (wide.length == 0) {
            return codePoints;
        }
        int found = Arrays.binarySearch(wide, codePoints);
        return codePoints + (found < 0 ? -found - 1 : found);
    }
}
