package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.session.edit.Finding;
import io.windrose.view.Glyph;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A problem in the list; as high as its sentence needs.
final class ProblemCell extends ListCell<ProblemRow> {
    /// Pixels of a row with one line.
    static final double ROW = 30;

    /// Pixels beside the row: the list's and the cell's edges, and a scroll bar.
    private static final double AROUND = 54;

    private static final double ABOVE_AND_BELOW = 10;

    /// Pixels of the usual code.
    private static final double CODE = 58;

    private final BiConsumer<ProblemRow, Finding.Fix> repair;
    private final Problems problems;

    ProblemCell(Problems problems, BiConsumer<ProblemRow, Finding.Fix> repair) {
        this.problems = problems;
        this.repair = repair;
        setPrefWidth(0); // as wide as the list, which then needs no scroll bar for it
    }

    @Override
    protected void updateItem(ProblemRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : node(row));
        setAccessibleText(empty || row == null ? null : spoken(row));
    }

    @Override
    protected double computePrefHeight(double width) {
        var row = getGraphic();
        var list = getListView();
        return row == null || list == null
                ? ROW
                : Math.max(ROW, row.prefHeight(list.getWidth() - AROUND) + ABOVE_AND_BELOW);
    }

    private static String spoken(ProblemRow row) {
        var problem = row.finding().problem();
        return "%s %s, %s line %d, column %d: %s"
                .formatted(
                        Words.noun(problem.severity()),
                        problem.code(),
                        Words.fileName(row.file()),
                        problem.place().line(),
                        problem.place().column(),
                        problem.message());
    }

    private Node node(ProblemRow row) {
        var problem = row.finding().problem();
        var code = Parts.label(row.code(), "wr-code", "wr-text-2");
        code.setMinWidth(CODE);
        if (!row.furtherCodes().isEmpty()) {
            code.setTooltip(new Tooltip(row.code() + ", also " + row.furtherCodes()));
        }
        var words = Parts.wrapped(problem.message(), "wr-small");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var place =
                Parts.label(
                        "%s%d:%d"
                                .formatted(
                                        problems.scopeProperty().get() == Problems.Scope.FILE
                                                ? ""
                                                : Words.fileName(row.file()) + " ",
                                        problem.place().line(),
                                        problem.place().column()),
                        "wr-small",
                        "wr-text-2");
        place.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(Glyph.sign(ProblemsPane.tone(problem.severity()), 14), code, words);
        line.getChildren().add(place);
        row.finding().fixes().stream().findFirst().ifPresent(fix -> addWays(line, row, fix));
        line.getStyleClass().add("wr-gap-3");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void addWays(HBox line, ProblemRow row, Finding.Fix fix) {
        line.getChildren()
                .add(
                        way(
                                "config-fix",
                                "Fix",
                                fix.label() + elsewhere(fix) + " (Alt+Enter)",
                                () -> repair.accept(row, fix)));
        if (row.alike() > 0) {
            line.getChildren()
                    .add(
                            way(
                                    "config-fix-all",
                                    "Fix all " + row.alike(),
                                    "%s: all that are like this one in the list, in one step (Alt+Shift+Enter)"
                                            .formatted(fix.label()),
                                    () -> problems.repairAll(row)));
        }
    }

    private static String elsewhere(Finding.Fix fix) {
        return fix.elsewhere().map(file -> ", in " + Words.fileName(file)).orElse("");
    }

    private static Button way(String id, String words, String tip, Runnable action) {
        var button = Parts.button(id, words, Icon.WRENCH, action);
        button.getStyleClass().add("small");
        button.setFocusTraversable(false); // the row takes their keys
        return Parts.withTip(button, tip);
    }
}
