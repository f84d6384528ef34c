package io.windrose.view.yaml;

import io.windrose.session.edit.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The style classes of one line: its words, and over them the lines under what is wrong.
final class LineStyles {
    private LineStyles() {}

    /// A range of the line that is underlined.
    record Mark(int start, int end, String style) {}

    static Mark mark(Finding finding, int lineStart, int length) {
        var style =
                switch (finding.problem().severity()) {
                    case ERROR -> "problem-error";
                    case WARNING -> "problem-warning";
                    case INFO -> "problem-info";
                };
        return new Mark(
                Math.clamp(finding.start() - (long) lineStart, 0, length),
                Math.clamp(finding.end() - (long) lineStart, 0, length),
                style);
    }

    /// @param length of the line, greater than 0
    static StyleSpans<Collection<String>> of(
            int length, List<Highlight.Token> tokens, List<Mark> marks) {
        var cuts = new TreeSet<Integer>(List.of(0, length));
        tokens.forEach(token -> cuts.addAll(List.of(token.start(), token.end())));
        marks.forEach(mark -> cuts.addAll(List.of(mark.start(), mark.end())));
        var spans = new StyleSpansBuilder<Collection<String>>();
        int start = 0;
        for (int end : cuts.tailSet(0, false)) {
            spans.add(classes(start, end, tokens, marks), end - start);
            start = end;
        }
        return spans.create();
    }

    private static Collection<String> classes(
            int start, int end, List<Highlight.Token> tokens, List<Mark> marks) {
        var classes = new ArrayList<String>();
        tokens.stream()
                .filter(token -> token.start() <= start && token.end() >= end)
                .forEach(token -> classes.add(token.style()));
        marks.stream()
                .filter(mark -> mark.start() <= start && mark.end() >= end)
                .findFirst()
                .ifPresent(mark -> classes.add(mark.style()));
        return List.copyOf(classes);
    }
}
