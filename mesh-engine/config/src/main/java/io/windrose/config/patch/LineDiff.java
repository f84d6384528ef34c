package io.windrose.config.patch;

import java.util.ArrayList;
import java.util.List;

/// Two texts compared line by line, with as many lines kept as there can be.
public final class LineDiff {
    /// Beyond this many comparisons the differing middle is shown as replaced as a whole.
    private static final long MOST_CELLS = 4_000_000;

    private LineDiff() {}

    public enum Sign {
        KEPT,
        REMOVED,
        ADDED
    }

    /// @param text with its line break where it has one
    /// @param before its number in the old text, from 1; 0 where it was added
    /// @param after its number in the new text, from 1; 0 where it was removed
    public record Line(Sign sign, String text, int before, int after) {}

    /// All lines of both, in the order of the texts; of one place what was removed comes first.
    public static List<Line> of(String before, String after) {
        var lines = new ArrayList<Line>();
        int oldLine = 0;
        int newLine = 0;
        for (var line : compare(lines(before), lines(after))) {
            oldLine += line.sign == Sign.ADDED ? 0 : 1;
            newLine += line.sign == Sign.REMOVED ? 0 : 1;
            lines.add(
                    new Line(
                            line.sign,
                            line.text,
                            line.sign == Sign.ADDED ? 0 : oldLine,
                            line.sign == Sign.REMOVED ? 0 : newLine));
        }
        return lines;
    }

    private record Signed(Sign sign, String text) {}

    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    private static List<Signed> compare(List<String> before, List<String> after) {
        int same = 0;
        int shorter = Math.min(before.size(), after.size());
        while (same < shorter && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var lines = new ArrayList<Signed>();
        before.subList(0, same).forEach(line -> lines.add(new Signed(Sign.KEPT, line)));
        lines.addAll(
                middle(
                        before.subList(same, before.size() - tail),
                        after.subList(same, after.size() - tail)));
        before.subList(before.size() - tail, before.size())
                .forEach(line -> lines.add(new Signed(Sign.KEPT, line)));
        return lines;
    }

    /// By the longest common subsequence.
    private static List<Signed> middle(List<String> before, List<String> after) {
        var lines = new ArrayList<Signed>();
        if ((long) before.size() * after.size() > MOST_CELLS) {
            before.forEach(line -> lines.add(new Signed(Sign.REMOVED, line)));
            after.forEach(line -> lines.add(new Signed(Sign.ADDED, line)));
            return lines;
        }
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new Signed(Sign.KEPT, before.get(i++)));
                j++;
            } else if (i < before.size()
                    && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Signed(Sign.REMOVED, before.get(i++)));
            } else {
                lines.add(new Signed(Sign.ADDED, after.get(j++)));
            }
        }
        return lines;
    }
}
