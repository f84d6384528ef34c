package io.windrose.config.tree;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// From the parser's marks, which count code points, to offsets in the text.
final class TextIndex {
    private final String text;
    private final int[] offsets;

    TextIndex(String text) {
        this.text = text;
        int count = text.codePointCount(0, text.length());
        offsets = count == text.length() ? new int[0] : new int[count + 1];
        for (int i = 0, offset = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
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
        return offsets.length == 0 ? codePoints : offsets[codePoints];
    }
}
