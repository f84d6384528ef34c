package io.windrose.session.edit;

import io.windrose.config.file.FileEdit;
import io.windrose.config.patch.LineDiff;
import java.nio.file.Path;
import java.util.List;

/// What somebody makes of one file, beside what the file held when they began.
///
/// @param base the file's text; as UTF-8 it is the file's bytes
/// @param text as the editor has it: every line break is `\n`
public record Draft(Path file, String base, String text) {

    public static Draft of(Path file, String base) {
        return new Draft(file, base, LineBreaks.plain(base));
    }

    /// @param newText with whatever line breaks
    public Draft with(String newText) {
        return new Draft(file, base, LineBreaks.plain(newText));
    }

    /// The same text as an edit of what the file holds by now.
    public Draft onto(String newBase) {
        return new Draft(file, newBase, text);
    }

    public boolean changed() {
        return !text.equals(LineBreaks.plain(base));
    }

    /// The text that is written; it has the line breaks of the file.
    public String after() {
        return changed() ? LineBreaks.like(base, text) : base;
    }

    /// From the file to the draft.
    public List<LineDiff.Line> diff() {
        return LineDiff.of(LineBreaks.plain(base), text);
    }

    /// @param resource what it is about, `Kind namespace/name`
    public FileEdit edit(String resource) {
        return new FileEdit(file, base, after(), resource, summary());
    }

    /// `+5 −1 lines`.
    public String summary() {
        var count = Count.of(diff());
        return "+%d \u2212%d lines".formatted(count.added(), count.removed());
    }

    /// How many lines differ.
    public record Count(int added, int removed) {
        public static Count of(List<LineDiff.Line> lines) {
            return new Count(
                    (int) lines.stream().filter(line -> is(line, LineDiff.Sign.ADDED)).count(),
                    (int) lines.stream().filter(line -> is(line, LineDiff.Sign.REMOVED)).count());
        }

        private static boolean is(LineDiff.Line line, LineDiff.Sign sign) {
            return line.sign() == sign;
        }
    }
}
