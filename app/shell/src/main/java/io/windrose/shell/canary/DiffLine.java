package io.windrose.shell.canary;

import java.util.ArrayList;
import java.util.List;

/// One line of what will be written.
///
/// @param number in the file before for what goes and what stays, after for what comes; 0 for a gap
record DiffLine(Sign sign, int number, String text) {

    enum Sign {
        SAME,
        ADDED,
        REMOVED,
        /// Lines that are left out.
        GAP
    }

    /// @param diff as `diff -u` prints it; empty for no lines
    static List<DiffLine> of(String diff) {
        var lines = new ArrayList<DiffLine>();
        int before = 0;
        int after = 0;
        for (var line : diff.lines().skip(2).toList()) {
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '@' -> {
                    if (!lines.isEmpty()) {
                        lines.add(new DiffLine(Sign.GAP, 0, "…"));
                    }
                    before = number(line, '-');
                    after = number(line, '+');
                }
                case '+' -> lines.add(new DiffLine(Sign.ADDED, after++, line.substring(1)));
                case '-' -> lines.add(new DiffLine(Sign.REMOVED, before++, line.substring(1)));
                case '\\' -> {
                    // says of the line above that no newline ends it
                }
                default -> {
                    lines.add(
                            new DiffLine(
                                    Sign.SAME, before++, line.isEmpty() ? "" : line.substring(1)));
                    after++;
                }
            }
        }
        return lines;
    }

    private static int number(String header, char sign) {
        int from = header.indexOf(sign) + 1;
        int to = from;
        while (to < header.length() && Character.isDigit(header.charAt(to))) {
            to++;
        }
        return Integer.parseInt(header, from, to, 10);
    }
}
