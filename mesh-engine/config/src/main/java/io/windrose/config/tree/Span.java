package io.windrose.config.tree;

import io.windrose.kernel.Place;

/// A range of a text.
///
/// @param start offset in UTF-16 units, from 0
/// @param end behind the last character
/// @param line from 1
/// @param column in characters, from 1
/// @param endColumn behind the last character
public record Span(int start, int end, int line, int column, int endLine, int endColumn) {

    public Place in(String file) {
        return new Place(file, "", "", line, column, endLine, endColumn);
    }

    Span upTo(Span last) {
        return new Span(start, last.end, line, column, last.endLine, last.endColumn);
    }
}
