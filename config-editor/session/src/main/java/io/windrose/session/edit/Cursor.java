package io.windrose.session.edit;

import java.util.regex.Pattern;

/// Where the caret stands in a line of YAML, and the text with a mark in that place.
///
/// @param marked the document around the caret, with [#MARK] in place of the word at the caret
/// @param cut the same without what follows the caret's line, for when that is broken
/// @param start offset of the word at the caret
/// @param end behind that word
/// @param typed of that word before the caret
/// @param word all of it
record Cursor(
        Shape shape, String marked, String cut, int start, int end, String typed, String word) {
    /// Stands for what is not written yet; nobody writes it by themselves.
    static final String MARK = "windrose-caret";

    private static final Pattern DASHES = Pattern.compile("(- +|-$)*");
    private static final Pattern KEY = Pattern.compile("[^\\s:#\"'{}\\[\\],]*");
    private static final Pattern COLON = Pattern.compile(":(\\s|$)");

    enum Shape {
        NOWHERE,
        /// Of a mapping.
        KEY,
        /// Behind a key and its colon.
        VALUE,
        /// Alone behind the dash of a list: text, or the first key of a mapping.
        ITEM
    }

    static Cursor at(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int newline = text.indexOf('\n', offset);
        int lineEnd = newline < 0 ? text.length() : newline;
        var line = text.substring(lineStart, lineEnd);
        int caret = offset - lineStart;
        if (line.startsWith("---") || line.substring(0, caret).contains("#")) {
            return nowhere(offset);
        }
        int content = indent(line);
        var dashes = DASHES.matcher(line).region(content, line.length());
        int keyStart = dashes.lookingAt() ? dashes.end() : content;
        if (caret < keyStart) {
            return nowhere(offset);
        }
        var colon = COLON.matcher(line).region(keyStart, line.length());
        boolean pair = colon.find();
        if (pair && caret > colon.start()) {
            return value(text, lineStart, line, colon.start(), caret);
        }
        int end = pair ? colon.start() : line.stripTrailing().length();
        end = Math.max(end, caret);
        var word = line.substring(keyStart, end);
        if (!KEY.matcher(word.strip()).matches()) {
            return nowhere(offset);
        }
        boolean item = keyStart > content && !pair;
        var before = line.substring(0, keyStart).stripTrailing();
        var prefix = keyStart > content ? before + " " : line.substring(0, keyStart);
        return of(
                item ? Shape.ITEM : Shape.KEY,
                text,
                lineStart,
                prefix + MARK + ": ",
                new Word(lineStart + keyStart, lineStart + end, line.substring(keyStart, caret)));
    }

    /// The same place, with the mark as a value of its own rather than as a key.
    Cursor asText() {
        return new Cursor(shape, unkeyed(marked), unkeyed(cut), start, end, typed, word);
    }

    private static String unkeyed(String text) {
        return text.replace(MARK + ": ", MARK);
    }

    private record Word(int start, int end, String typed) {}

    private static Cursor value(String text, int lineStart, String line, int colon, int caret) {
        int start = colon + 1;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        int end = Math.max(line.stripTrailing().length(), caret);
        start = Math.min(start, caret);
        var typed = line.substring(start, caret);
        if (typed.startsWith("\"") || typed.startsWith("{") || typed.startsWith("[")) {
            return nowhere(lineStart + caret);
        }
        boolean touching = start == colon + 1;
        return of(
                Shape.VALUE,
                text,
                lineStart,
                line.substring(0, colon + 1) + " " + MARK,
                new Word(lineStart + start, lineStart + end, touching ? "" : typed));
    }

    private static Cursor of(Shape shape, String text, int lineStart, String marked, Word word) {
        int documentStart = documentStart(text, lineStart);
        int next = text.indexOf('\n', lineStart);
        var before = text.substring(documentStart, lineStart);
        var after = next < 0 ? "" : text.substring(next, documentEnd(text, next));
        return new Cursor(
                shape,
                before + marked + after,
                before + marked + "\n",
                word.start,
                word.end,
                word.typed,
                text.substring(word.start, word.end).strip());
    }

    private static int documentStart(String text, int lineStart) {
        if (lineStart == 0) {
            return 0;
        }
        int separator = text.lastIndexOf("\n---", lineStart - 1);
        int after = separator < 0 ? -1 : text.indexOf('\n', separator + 1);
        return separator < 0 ? (text.startsWith("---") ? 3 : 0) : after + 1;
    }

    private static int documentEnd(String text, int from) {
        int separator = text.indexOf("\n---", from);
        return separator < 0 ? text.length() : separator + 1;
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static Cursor nowhere(int offset) {
        return new Cursor(Shape.NOWHERE, "", "", offset, offset, "", "");
    }
}
