package io.windrose.config.patch;

import java.util.Comparator;
import java.util.List;

/// An edit of one text.
///
/// @param file how the text is named
/// @param before the text that the edits are made for
/// @param edits they do not overlap; several insertions at one place keep their order
public record ConfigPatch(String file, String before, List<TextEdit> edits) {

    public ConfigPatch {
        edits =
                edits.stream()
                        .sorted(
                                Comparator.comparingInt(TextEdit::start)
                                        .thenComparingInt(TextEdit::end))
                        .toList();
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    public String after() {
        var text = new StringBuilder();
        int copied = 0;
        for (var edit : edits) {
            text.append(before, copied, edit.start()).append(edit.replacement());
            copied = edit.end();
        }
        return text.append(before, copied, before.length()).toString();
    }

    /// The form that `diff -u` prints; empty when nothing changes.
    public String diff() {
        return UnifiedDiff.of(file, before, after());
    }
}
