package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.kernel.Place;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// From the parser's marks in a piece of a text, which count code points, to places of the whole.
final class TextIndex {
    private final String text;
    private final String piece;

    /// Which code points of the piece take two units, ascending.
    private final int[] wide;

    /// Of the piece in the text: its offset, its lines before, and its characters before in its
    /// first line.
    private final int start;

    private final int linesBefore;
    private final int columnsBefore;

    /// Where the lines of the piece stand each for themselves.
    private final @Nullable LiteralLines literal;

    private TextIndex(
            String text,
            String piece,
            int start,
            int linesBefore,
            int columnsBefore,
            @Nullable LiteralLines literal) {
        this.text = text;
        this.piece = piece;
        this.start = start;
        this.linesBefore = linesBefore;
        this.columnsBefore = columnsBefore;
        this.literal = literal;
        wide = wide(piece);
    }

    private static int[] wide(String piece) {
        var wide = new int[piece.length() - piece.codePointCount(0, piece.length())];
        for (int i = 0, found = 0; found < wide.length; i++) {
            if (Character.isSurrogatePair(piece.charAt(i), piece.charAt(i + 1))) {
                wide[found] = i - found;
                found++;
                i++;
            }
        }
        return wide;
    }

    static TextIndex of(String text) {
        return new TextIndex(text, text, 0, 0, 0, null);
    }

    static TextIndex first(String text, int end) {
        return new TextIndex(text, text.substring(0, end), 0, 0, 0, null);
    }

    /// Of what follows the piece of another index.
    ///
    /// @param end of the piece, at least the other's
    TextIndex next(int end) {
        int from = start + piece.length();
        int line = linesBefore;
        int column = columnsBefore;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && text.charAt(start + i + 1) != '\n');
            line += ends ? 1 : 0;
            column = ends ? 0 : column + (takesNoColumn(c) ? 0 : 1);
        }
        return new TextIndex(text, text.substring(from, end), from, line, column, null);
    }

    private static boolean takesNoColumn(char c) {
        return c == '\uFEFF' || Character.isLowSurrogate(c);
    }

    /// @return empty for a scalar that is no literal block, or is one with properties before it
    static Optional<TextIndex> ofLiteral(String text, Scalar scalar) {
        return LiteralLines.of(text, scalar)
                .map(lines ->
                        new TextIndex(
                                text,
                                scalar.text(),
                                0,
                                scalar.span().line(),
                                lines.indent(),
                                lines));
    }

    /// What the marks are of.
    String piece() {
        return piece;
    }

    Span span(Optional<Mark> first, Optional<Mark> last) {
        var from = first.orElseThrow();
        var to = last.orElseThrow();
        return new Span(
                offset(from),
                offset(to),
                line(from.getLine()),
                column(from.getLine(), from.getColumn()),
                line(to.getLine()),
                column(to.getLine(), to.getColumn()));
    }

    Place place(String file, Mark mark) {
        return Place.at(file, line(mark.getLine()), column(mark.getLine(), mark.getColumn()));
    }

    /// @param at in the piece, in UTF-16 units
    Place place(String file, int at) {
        int line = (int) piece.substring(0, at).chars().filter(c -> c == '\n').count();
        int lineStart = piece.lastIndexOf('\n', at - 1) + 1;
        return Place.at(file, line(line), column(line, piece.codePointCount(lineStart, at)));
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

    private int line(int line) {
        return line + linesBefore + 1;
    }

    private int column(int line, int column) {
        return column + (line == 0 || literal != null ? columnsBefore : 0) + 1;
    }

    private int offset(Mark mark) {
        int codePoints = mark.getIndex();
        int found = wide.length == 0 ? -1 : Arrays.binarySearch(wide, codePoints);
        int units = codePoints + (found < 0 ? -found - 1 : found);
        return literal == null ? start + units : literal.offset(mark.getLine(), units);
    }
}
