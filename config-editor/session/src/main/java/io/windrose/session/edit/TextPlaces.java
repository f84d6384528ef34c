package io.windrose.session.edit;

import io.windrose.kernel.Place;
import java.util.ArrayList;
import java.util.List;

/// From lines and columns, which count characters, to offsets in a plain text.
final class TextPlaces {
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    TextPlaces(String text) {
        this.text = text;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lineStarts.add(at + 1);
        }
    }

    /// @return the whole first word where nothing but a line or a point is known
    Range range(Place place) {
        if (place.line() <= 0) {
            return wordAt(0);
        }
        int start = offset(place.line(), place.column());
        int end = place.endLine() <= 0 ? start : offset(place.endLine(), place.endColumn());
        return end > start ? new Range(start, Math.min(end, lineEnd(place.line()))) : wordAt(start);
    }

    /// @param end behind the last character
    record Range(int start, int end) {}

    private int offset(int line, int column) {
        if (line > lineStarts.size()) {
            return text.length();
        }
        int start = lineStarts.get(line - 1);
        var content = text.substring(start, lineEnd(line));
        int characters = Math.clamp(column - 1L, 0, content.codePointCount(0, content.length()));
        return start + content.offsetByCodePoints(0, characters);
    }

    private int lineEnd(int line) {
        return line < lineStarts.size() ? lineStarts.get(line) - 1 : text.length();
    }

    /// Where nothing stands, what stands before it on the line.
    private Range wordAt(int offset) {
        int start = Math.min(offset, text.length());
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (end > start) {
            return new Range(start, end);
        }
        while (start > 0 && text.charAt(start - 1) != '\n' && isBlank(text.charAt(start - 1))) {
            start--;
        }
        int wordEnd = start;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start < wordEnd ? new Range(start, wordEnd) : new Range(end, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
