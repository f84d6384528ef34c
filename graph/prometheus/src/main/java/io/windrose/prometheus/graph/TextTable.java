package io.windrose.prometheus.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows under headings, each column as wide as its widest cell, two blanks between columns.
final class TextTable {
    private static final String RESET = "\u001b[0m";

    private final List<String> headings;
    private final boolean[] right;
    private final List<Row> rows = new ArrayList<>();

    /// How a whole row is painted.
    enum Tone {
        PLAIN(""),
        FAINT("\u001b[2m"),
        AMBER("\u001b[33m"),
        RED("\u001b[31m");

        private final String escape;

        Tone(String escape) {
            this.escape = escape;
        }
    }

    private record Row(Tone tone, List<String> cells) {}

    /// @param headings with `>` in front where cells stand at the right, as numbers do
    TextTable(String... headings) {
        this.right = new boolean[headings.length];
        for (int column = 0; column < headings.length; column++) {
            right[column] = headings[column].startsWith(">");
        }
        this.headings =
                Arrays.stream(headings)
                        .map(text -> text.startsWith(">") ? text.substring(1) : text)
                        .toList();
    }

    void row(Tone tone, String... cells) {
        rows.add(new Row(tone, List.of(cells)));
    }

    String print(boolean colour) {
        var text = new StringBuilder(line(headings)).append('\n');
        for (var row : rows) {
            boolean painted = colour && row.tone() != Tone.PLAIN;
            text.append(painted ? row.tone().escape : "")
                    .append(line(row.cells()))
                    .append(painted ? RESET : "")
                    .append('\n');
        }
        return text.toString();
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            var blanks = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : "  ")
                    .append(right[column] ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return Math.max(
                headings.get(column).length(),
                rows.stream().mapToInt(row -> row.cells().get(column).length()).max().orElse(0));
    }
}
