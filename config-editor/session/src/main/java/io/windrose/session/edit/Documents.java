package io.windrose.session.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The documents of one YAML text, told apart by its lines of `---`. What stands before an object
/// in its document, such as a comment, belongs to it.
///
/// Pure; works on text that is not YAML, too.
public final class Documents {
    private static final String MARK = "---";

    private Documents() {}

    /// @param text with `\n` for every line break; may be empty
    /// @param document one object, ending with a line break
    /// @return the text with that document at its end
    public static String with(String text, String document) {
        if (text.isBlank()) {
            return document;
        }
        var before = text.endsWith("\n") ? text : text + "\n";
        return endsWithMark(before) ? before + document : before + MARK + "\n" + document;
    }

    /// The lines of one document.
    ///
    /// @param first from 1; its line of `---` where it has one
    /// @param last included
    public record Lines(int first, int last) {
        public boolean has(int line) {
            return first <= line && line <= last;
        }
    }

    /// @param line any of the document's, from 1; beyond the end stands for the last one
    public static Lines at(String text, int line) {
        var lines = text.lines().toList();
        int start = Math.clamp(line - 1L, 0, Math.max(0, lines.size() - 1));
        int end = start + 1;
        while (start > 0 && !isMark(lines.get(start))) {
            start--;
        }
        while (end < lines.size() && !isMark(lines.get(end))) {
            end++;
        }
        return new Lines(start + 1, end);
    }

    /// What stands in each document, by the number of its first line, from 1; without the line of
    /// `---` where that says nothing else, and without blanks at the end.
    static NavigableMap<Integer, String> byFirstLine(String text) {
        var lines = text.lines().toList();
        var documents = new TreeMap<Integer, String>();
        for (int start = 0; start < lines.size(); ) {
            int end = start + 1;
            while (end < lines.size() && !isMark(lines.get(end))) {
                end++;
            }
            int first = isBareMark(lines.get(start)) ? start + 1 : start;
            documents.put(start + 1, joined(lines.subList(first, end)).stripTrailing());
            start = end;
        }
        return documents;
    }

    /// @param line any of the document's, from 1
    /// @return the text without that document; empty when nothing but blanks would be left
    public static String without(String text, int line) {
        var lines = text.lines().toList();
        var gone = at(text, line);
        var left = new ArrayList<>(lines.subList(0, gone.first - 1));
        var right = lines.subList(Math.min(gone.last, lines.size()), lines.size());
        boolean first = left.stream().allMatch(String::isBlank);
        boolean bare = !right.isEmpty() && isBareMark(right.getFirst());
        left.addAll(first && bare ? right.subList(1, right.size()) : right);
        return left.stream().allMatch(each -> each.isBlank() || isBareMark(each))
                ? ""
                : joined(left);
    }

    private static boolean endsWithMark(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .map(Documents::isBareMark)
                .orElse(false);
    }

    private static boolean isMark(String line) {
        return line.equals(MARK) || line.startsWith(MARK + " ");
    }

    /// Behind a mark may stand a comment, or the document itself.
    private static boolean isBareMark(String line) {
        return line.stripTrailing().equals(MARK);
    }

    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
