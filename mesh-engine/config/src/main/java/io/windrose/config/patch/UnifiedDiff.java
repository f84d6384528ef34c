package io.windrose.config.patch;

import java.util.ArrayList;
import java.util.List;

/// Two texts as `diff -u` compares them.
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    /// Beyond this many comparisons the differing middle is shown as replaced as a whole.
    private static final long MOST_CELLS = 4_000_000;

    private UnifiedDiff() {}

    private record Line(char sign, String text) {}

    static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        var lines = compare(lines(before), lines(after));
        var text = new StringBuilder("--- " + name + "\n+++ " + name + "\n");
        int oldLine = 1;
        int newLine = 1;
        for (int i = 0; i < lines.size(); ) {
            int end = hunkEnd(lines, i);
            if (end == i) {
                oldLine++;
                newLine++;
                i++;
                continue;
            }
            var hunk = lines.subList(i, end);
            int olds = (int) hunk.stream().filter(line -> line.sign != '+').count();
            int news = (int) hunk.stream().filter(line -> line.sign != '-').count();
            text.append("@@ -%d,%d +%d,%d @@\n".formatted(oldLine, olds, newLine, news));
            hunk.forEach(line -> text.append(line.sign).append(line.text).append(ending(line)));
            oldLine += olds;
            newLine += news;
            i = end;
        }
        return text.toString();
    }

    /// Where the hunk that begins at `from` ends; `from` itself when none begins there.
    private static int hunkEnd(List<Line> lines, int from) {
        int next = nextChange(lines, from);
        if (next - from > CONTEXT || next == lines.size()) {
            return from;
        }
        int end = next;
        while (next < lines.size() && next - end <= 2 * CONTEXT) {
            end = next + 1;
            next = nextChange(lines, end);
        }
        return Math.min(end + CONTEXT, lines.size());
    }

    private static int nextChange(List<Line> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).sign == ' ') {
            i++;
        }
        return i;
    }

    private static String ending(Line line) {
        return line.text.endsWith("\n") ? "" : "\n\\ No newline at end of file\n";
    }

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

    private static List<Line> compare(List<String> before, List<String> after) {
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
        var lines = new ArrayList<Line>();
        before.subList(0, same).forEach(line -> lines.add(new Line(' ', line)));
        lines.addAll(
                middle(
                        before.subList(same, before.size() - tail),
                        after.subList(same, after.size() - tail)));
        before.subList(before.size() - tail, before.size())
                .forEach(line -> lines.add(new Line(' ', line)));
        return lines;
    }

    /// By the longest common subsequence.
    private static List<Line> middle(List<String> before, List<String> after) {
        var lines = new ArrayList<Line>();
        if ((long) before.size() * after.size() > MOST_CELLS) {
            before.forEach(line -> lines.add(new Line('-', line)));
            after.forEach(line -> lines.add(new Line('+', line)));
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
                lines.add(new Line(' ', before.get(i++)));
                j++;
            } else if (i < before.size()
                    && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', before.get(i++)));
            } else {
                lines.add(new Line('+', after.get(j++)));
            }
        }
        return lines;
    }
}
