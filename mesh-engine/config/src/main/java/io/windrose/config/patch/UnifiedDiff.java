package io.windrose.config.patch;

import io.windrose.config.patch.LineDiff.Line;
import io.windrose.config.patch.LineDiff.Sign;
import java.util.List;

/// Two texts as `diff -u` compares them.
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        var lines = LineDiff.of(before, after);
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
            int olds = (int) hunk.stream().filter(line -> line.sign() != Sign.ADDED).count();
            int news = (int) hunk.stream().filter(line -> line.sign() != Sign.REMOVED).count();
            text.append("@@ -%d,%d +%d,%d @@\n".formatted(oldLine, olds, newLine, news));
            hunk.forEach(line -> text.append(sign(line)).append(line.text()).append(ending(line)));
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
        while (i < lines.size() && lines.get(i).sign() == Sign.KEPT) {
            i++;
        }
        return i;
    }

    private static String ending(Line line) {
        return line.text().endsWith("\n") ? "" : "\n\\ No newline at end of file\n";
    }

    private static char sign(Line line) {
        return switch (line.sign()) {
            case KEPT -> ' ';
            case REMOVED -> '-';
            case ADDED -> '+';
        };
    }
}
