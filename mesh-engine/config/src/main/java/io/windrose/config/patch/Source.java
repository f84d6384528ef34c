package io.windrose.config.patch;

/// A text by its lines, and what stands there between the nodes of its trees: blanks and comments.
///
/// Places are offsets in UTF-16 units.
record Source(String text) {
    private static final char MARK = '\ufeff';

    int length() {
        return text.length();
    }

    char at(int place) {
        return place < text.length() ? text.charAt(place) : '\n';
    }

    /// Behind a byte order mark, should the text begin with one.
    int begin() {
        return !text.isEmpty() && text.charAt(0) == MARK ? 1 : 0;
    }

    int lineStart(int place) {
        return Math.max(begin(), text.lastIndexOf('\n', place - 1) + 1);
    }

    /// Where the break of the line stands; the end of the text for a last line without one.
    int lineEnd(int place) {
        int feed = text.indexOf('\n', place);
        if (feed < 0) {
            return text.length();
        }
        return feed > place && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
    }

    /// Where the next line begins; the end of the text where there is none.
    int nextLine(int place) {
        int feed = text.indexOf('\n', place);
        return feed < 0 ? text.length() : feed + 1;
    }

    /// Where the break of the line above stands; -1 for the first line.
    int endAbove(int place) {
        int start = lineStart(place);
        return start <= begin() ? -1 : lineEnd(lineStart(start - 1));
    }

    /// From 0.
    int column(int place) {
        return place - lineStart(place);
    }

    /// Whether nothing but blanks stands before it in its line.
    boolean leads(int place) {
        return isBlank(lineStart(place), place);
    }

    boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }

    boolean sameLine(int from, int to) {
        return text.substring(from, to).indexOf('\n') < 0;
    }

    /// Whether a comment stands between two tokens that follow each other.
    boolean hasComment(int from, int to) {
        return text.substring(from, to).indexOf('#') >= 0;
    }

    int pastBlanks(int place) {
        int past = place;
        while (past < text.length() && Character.isWhitespace(text.charAt(past))) {
            past++;
        }
        return past;
    }

    /// Where the next token begins behind blanks and comments; the end of the text for none.
    int pastComments(int place) {
        int past = pastBlanks(place);
        while (past < text.length() && text.charAt(past) == '#') {
            past = pastBlanks(lineEnd(past));
        }
        return past;
    }

    /// An edit whose line feeds become the line breaks of the text around it.
    TextEdit edit(int start, int end, String replacement) {
        return new TextEdit(start, end, replacement.replace("\n", newline(start)));
    }

    private String newline(int place) {
        int next = text.indexOf('\n', place);
        int feed = next < 0 ? text.lastIndexOf('\n') : next;
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }
}
