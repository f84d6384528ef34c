package io.windrose.session.edit;

import io.windrose.config.patch.LineDiff;
import java.util.ArrayList;
import java.util.List;

/// Two edits of one text brought together by lines, in the form that version control systems use
/// for what they cannot decide.
final class Merge {
    static final String MINE = "<<<<<<< mine";
    static final String BETWEEN = "=======";
    static final String THEIRS = ">>>>>>> theirs";

    private Merge() {}

    static boolean hasMarker(String text) {
        return text.lines().anyMatch(line -> line.equals(MINE) || line.equals(THEIRS));
    }

    static String of(String base, String mine, String theirs) {
        var left = Side.of(base, mine);
        var right = Side.of(base, theirs);
        int count = left.kept.size();
        var text = new StringBuilder();
        for (int i = 0; i <= count; ) {
            int end = i;
            while (end < count && !(left.kept.get(end) && right.kept.get(end))) {
                end++;
            }
            region(text, left.between(i, end), right.between(i, end), left.base(i, end));
            if (end < count) {
                text.append(left.lines.get(end));
            }
            i = end + 1;
        }
        return text.toString();
    }

    private static void region(StringBuilder text, String mine, String theirs, String base) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            text.append(mine);
        } else if (mine.equals(base)) {
            text.append(theirs);
        } else {
            text.append(line(MINE)).append(ended(mine));
            text.append(line(BETWEEN)).append(ended(theirs)).append(line(THEIRS));
        }
    }

    private static String line(String text) {
        return text + "\n";
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    /// One edit, seen from the lines of the base.
    ///
    /// @param lines of the base
    /// @param kept for each of them whether the edit has it, too
    /// @param inserted what the edit has before each of them, and at last behind all
    private record Side(List<String> lines, List<Boolean> kept, List<StringBuilder> inserted) {

        static Side of(String base, String edited) {
            var side = new Side(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            side.inserted.add(new StringBuilder());
            for (var line : LineDiff.of(base, edited)) {
                if (line.sign() == LineDiff.Sign.ADDED) {
                    side.inserted.getLast().append(line.text());
                } else {
                    side.lines.add(line.text());
                    side.kept.add(line.sign() == LineDiff.Sign.KEPT);
                    side.inserted.add(new StringBuilder());
                }
            }
            return side;
        }

        String base(int from, int to) {
            return String.join("", lines.subList(from, to));
        }

        String between(int from, int to) {
            var text = new StringBuilder(inserted.get(from));
            for (int i = from; i < to; i++) {
                text.append(kept.get(i) ? lines.get(i) : "").append(inserted.get(i + 1));
            }
            return text.toString();
        }
    }
}
