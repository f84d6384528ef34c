package io.windrose.view.diff;

import io.windrose.config.patch.LineDiff;
import io.windrose.config.patch.LineDiff.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A row of a comparison.
public sealed interface DiffRow {

    record OfLine(Line line) implements DiffRow {}

    /// What the rows below are of.
    record Title(String text) implements DiffRow {}

    /// Lines that both texts have and that are left out.
    record Gap(int lines) implements DiffRow {}

    /// For who hears it: `Added, line 12: weight: 45`, `3 lines as before`.
    default String spoken() {
        return switch (this) {
            case Title(var text) -> text;
            case Gap(var lines) -> lines == 1 ? "1 line as before" : lines + " lines as before";
            case OfLine(var line) ->
                    "%s, line %d: %s"
                            .formatted(
                                    switch (line.sign()) {
                                        case KEPT -> "As before";
                                        case ADDED -> "Added";
                                        case REMOVED -> "Removed";
                                    },
                                    line.after() > 0 ? line.after() : line.before(),
                                    line.text().strip());
        };
    }

    /// @param context how many kept lines stand before and behind each change
    static List<DiffRow> of(List<Line> lines, int context) {
        var rows = new ArrayList<DiffRow>();
        var near = near(lines, context);
        int hidden = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (near.get(i)) {
                addGap(rows, hidden);
                hidden = 0;
                rows.add(new OfLine(lines.get(i)));
            } else {
                hidden++;
            }
        }
        addGap(rows, rows.isEmpty() ? 0 : hidden);
        return rows;
    }

    private static void addGap(List<DiffRow> rows, int hidden) {
        if (hidden > 0) {
            rows.add(new Gap(hidden));
        }
    }

    /// Which lines stand near a change.
    private static BitSet near(List<Line> lines, int context) {
        var near = new BitSet(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).sign() != LineDiff.Sign.KEPT) {
                near.set(Math.max(0, i - context), Math.min(lines.size(), i + context + 1));
            }
        }
        return near;
    }
}
