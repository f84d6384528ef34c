package io.windrose.shell.canary;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// One figure of the table, with where it comes from as its tooltip.
final class CellLabel extends Label {
    private final Tooltip hint = new Tooltip();
    private Cell shown = Cell.plain("");

    CellLabel(String id) {
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        dress(shown);
    }

    void show(Cell cell) {
        if (!cell.equals(shown)) {
            shown = cell;
            setText(cell.text());
            hint.setText(cell.hint());
            boolean hinted = !cell.hint().isEmpty();
            setTooltip(hinted ? hint : null);
            setAccessibleText(hinted ? cell.text() + ". " + cell.hint() : null);
            dress(cell);
        }
    }

    private void dress(Cell cell) {
        getStyleClass().setAll("label", "wr-small", "canary-cell");
        getStyleClass().addAll(looks(cell.look()));
    }

    private static List<String> looks(Cell.Look look) {
        return switch (look) {
            case PLAIN -> List.of("wr-plain-text");
            case STRONG -> List.of("wr-plain-text", "wr-strong");
            case DRAFT -> List.of("wr-accent-text", "wr-strong");
            case HEALTHY -> List.of("wr-healthy-text");
            case DEGRADED -> List.of("wr-degraded-text");
            case FAILING -> List.of("wr-failing-text");
            case QUIET -> List.of("wr-text-3");
        };
    }
}
