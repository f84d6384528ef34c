package io.windrose.config.patch;

import io.windrose.config.patch.Value.Fields;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import java.util.List;

/// Documents that come to the end of a file, and those that leave it.
final class Documents {
    private static final String MARKER = "---";
    private static final String END = "...";

    private final YamlFile file;
    private final Source source;

    Documents(YamlFile file, Source source) {
        this.file = file;
        this.source = source;
    }

    /// @param followsAnother of the same patch
    TextEdit add(Writer writer, Fields fields, boolean followsAnother) {
        var text = source.text();
        int end = text.length();
        boolean json =
                !file.documents().isEmpty()
                        && file.documents().stream()
                                .allMatch(one -> new Spot(one.root(), List.of(), 0).isJson(source));
        var written = json ? Writer.flow(fields, true) : writer.block(fields, 0);
        boolean inLine = end > source.begin() && text.charAt(end - 1) != '\n';
        var before = (inLine ? "\n" : "") + (followsAnother || needsMarker() ? MARKER + "\n" : "");
        return source.edit(end, end, before + written + (inLine ? "" : "\n"));
    }

    /// Not at the beginning of a file, and not behind a marker that nothing follows.
    private boolean needsMarker() {
        if (file.documents().isEmpty()) {
            return false;
        }
        int end = file.documents().getLast().root().span().end();
        int marker = source.pastComments(end);
        boolean open =
                source.text().startsWith(MARKER, marker)
                        && source.pastComments(marker + MARKER.length()) == source.length();
        return !open;
    }

    /// From the marker before it up to the next one. The first document of a file that begins
    /// without a marker takes along the comment directly above it, and the marker behind it.
    TextEdit remove(YamlDocument document) {
        var span = document.root().span();
        int next = marker(source.nextLine(span.end()), source.length());
        int own = lastMarker(span.start());
        boolean isFirst = document.index() == 0;
        if (isFirst && source.text().startsWith(END, next)) {
            next = source.nextLine(next);
        }
        if (own >= 0) {
            return source.edit(own, next, "");
        }
        int first = source.lineStart(span.start());
        while (first > source.begin()
                && source.at(source.pastBlanks(source.lineStart(first - 1))) == '#'
                && !source.isBlank(source.lineStart(first - 1), first)) {
            first = source.lineStart(first - 1);
        }
        boolean bare =
                source.text().startsWith(MARKER, next)
                        && source.isBlank(next + MARKER.length(), source.lineEnd(next));
        return source.edit(first, bare ? source.nextLine(next) : next, "");
    }

    /// The first line from `from` on that begins with a marker; `to` for none.
    private int marker(int from, int to) {
        for (int line = from; line < to; line = source.nextLine(line)) {
            if (isMarker(line, MARKER) || isMarker(line, END)) {
                return line;
            }
        }
        return to;
    }

    /// The line of the last `---` up to a place; -1 for none.
    private int lastMarker(int place) {
        int line = source.lineStart(place);
        while (!isMarker(line, MARKER)) {
            if (line <= source.begin()) {
                return -1;
            }
            line = source.lineStart(line - 1);
        }
        return line;
    }

    private boolean isMarker(int line, String marker) {
        return source.text().startsWith(marker, line)
                && Character.isWhitespace(source.at(line + marker.length()));
    }

    /// @param about where a document stands, or would stand
    record Edited(Span about, boolean removed, List<TextEdit> edits) implements Change {

        @Override
        public List<Span> gone() {
            return removed ? List.of(about) : List.of();
        }
    }

    Edited removed(YamlDocument document) {
        return new Edited(document.root().span(), true, List.of(remove(document)));
    }
}
