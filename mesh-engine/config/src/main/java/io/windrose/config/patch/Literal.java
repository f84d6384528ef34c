package io.windrose.config.patch;

import java.util.Optional;
import java.util.regex.Pattern;

/// Text of several lines after `|`.
final class Literal {
    /// Lines that need no escapes, of which the first shows the indentation.
    private static final Pattern LINES =
            Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e\\u00a1-\\u2027]*(\n[\\x20-\\x7e]*)*");

    private Literal() {}

    /// In the place of another text after `|`.
    ///
    /// @param end of the other text
    /// @param column of its key or dash
    /// @return empty where the text needs quotes, or is one line without an end
    static Optional<String> like(Source source, int start, int end, String text, int column) {
        boolean fits =
                source.at(start) == '|'
                        && text.contains("\n")
                        && LINES.matcher(text).matches()
                        && !text.endsWith("\n\n")
                        && source.lineEnd(end) < source.length();
        if (!fits) {
            return Optional.empty();
        }
        int first = source.pastBlanks(source.nextLine(start));
        int inner = first < end ? source.column(first) : column + 2;
        var pad = "\n" + " ".repeat(Math.max(inner, column + 1));
        var lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        var written = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
        lines.lines().forEach(line -> written.append(line.isEmpty() ? "\n" : pad + line));
        return Optional.of(written.toString());
    }
}
