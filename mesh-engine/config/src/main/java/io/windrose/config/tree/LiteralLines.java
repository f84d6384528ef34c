package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Scalar;
import java.util.Optional;

/// The lines of a literal block scalar (`|`), which stand in the text as they are, behind an
/// indentation.
final class LiteralLines {
    private final int indent;

    /// For each line of the scalar, how much further on in the text it stands.
    private final int[] shifts;

    private final int textLength;

    private LiteralLines(int indent, int[] shifts, int textLength) {
        this.indent = indent;
        this.shifts = shifts;
        this.textLength = textLength;
    }

    /// @return empty for every other scalar
    static Optional<LiteralLines> of(String text, Scalar scalar) {
        int start = scalar.span().start();
        if (start >= text.length() || text.charAt(start) != '|' || scalar.plain()) {
            return Optional.empty();
        }
        var lines = scalar.text().split("\n", -1);
        var shifts = new int[lines.length];
        int indent = -1;
        int at = nextLine(text, start);
        int written = 0;
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            int end = lineEnd(text, at);
            if (indent < 0 && !line.isEmpty()) {
                indent = end - at - line.length();
            }
            int content = at + Math.clamp(indent, 0, end - at);
            if (!line.isEmpty()
                    && !(text.startsWith(line, content) && content + line.length() == end)) {
                return Optional.empty();
            }
            shifts[i] = content - written;
            written += line.length() + 1;
            at = nextLine(text, at);
        }
        return Optional.of(new LiteralLines(Math.max(indent, 0), shifts, text.length()));
    }

    /// In spaces.
    int indent() {
        return indent;
    }

    /// @param line of the scalar, from 0
    /// @param units offset in the scalar
    /// @return offset in the text
    int offset(int line, int units) {
        return Math.min(units + shifts[Math.min(line, shifts.length - 1)], textLength);
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int nextLine(String text, int from) {
        int end = lineEnd(text, from);
        if (end >= text.length()) {
            return text.length();
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
}
