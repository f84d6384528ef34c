package io.windrose.shell.canary;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One row for each version, one column for each of the numbers that are not the same.
final class VersionTable extends GridPane {

    /// @param grows whether it takes a part of the room that is left
    private record Column(String title, boolean grows, Function<VersionRow, Cell> cell) {
        String id() {
            return title.toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("Draft", false, VersionRow::draft),
                    new Column("Asked", false, VersionRow::asked),
                    new Column("Acknowledged", true, VersionRow::acknowledged),
                    new Column("Observed", true, VersionRow::observed),
                    new Column("Success", false, VersionRow::success),
                    new Column("p95", false, VersionRow::p95),
                    new Column("Requests", false, VersionRow::requests));

    private final RouteViewModel model;
    private List<VersionRow> shown = List.of();

    VersionTable(RouteViewModel model) {
        this.model = model;
        getStyleClass().addAll("wr-card", "canary-table");
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(first);
        for (var column : COLUMNS) {
            var constraints = new ColumnConstraints();
            constraints.setHalignment(HPos.RIGHT);
            constraints.setHgrow(column.grows ? Priority.SOMETIMES : Priority.NEVER);
            constraints.setMinWidth(USE_PREF_SIZE);
            getColumnConstraints().add(constraints);
        }
    }

    void show(List<VersionRow> rows) {
        if (!rows.equals(shown)) {
            shown = rows;
            getChildren().clear();
            header();
            for (int i = 0; i < rows.size(); i++) {
                row(rows.get(i), i + 1, i == rows.size() - 1);
            }
        }
    }

    private void header() {
        add(band("canary-head"), 0, 0, COLUMNS.size() + 1, 1);
        add(head("Version"), 0, 0);
        for (int i = 0; i < COLUMNS.size(); i++) {
            add(head(COLUMNS.get(i).title), i + 1, 0);
        }
    }

    private static Label head(String title) {
        var label = new Label(title);
        label.getStyleClass().addAll("wr-tiny", "wr-text-3", "canary-cell");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void row(VersionRow row, int index, boolean last) {
        add(band(last ? "canary-last-row" : "canary-row"), 0, index, COLUMNS.size() + 1, 1);
        add(version(row), 0, index);
        for (int i = 0; i < COLUMNS.size(); i++) {
            var column = COLUMNS.get(i);
            add(cell(column.id(), row.subset(), column.cell.apply(row)), i + 1, index);
        }
    }

    /// The ground of a row with its line below.
    private static Region band(String styleClass) {
        var band = new Region();
        band.getStyleClass().add(styleClass);
        band.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return band;
    }

    private HBox version(VersionRow row) {
        var name = Words.subset(row.subset());
        var chip = new Label(name);
        chip.getStyleClass().addAll("wr-chip", "wr-v" + row.colour());
        chip.setMinWidth(USE_PREF_SIZE);
        var button = new Button("", chip);
        button.setId("canary-choose-" + row.subset());
        button.getStyleClass().addAll("flat", "small", "canary-choose");
        button.setAccessibleText(
                row.canary() ? name + ", the canary" : "Make " + name + " the canary");
        button.setTooltip(
                new Tooltip(
                        row.canary()
                                ? "The steps are for " + name
                                : "Make " + name + " the canary that the steps are for"));
        button.setOnAction(_ -> model.chooseCanary(row.subset()));
        var mark = new Label(row.canary() ? "canary" : "");
        mark.getStyleClass().addAll("wr-tiny", "wr-text-3");
        var box = new HBox(button, mark);
        box.getStyleClass().add("canary-version");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label cell(String column, String subset, Cell cell) {
        var label = new Label(cell.text());
        label.setId("canary-" + column + "-" + subset);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().addAll("wr-small", "canary-cell");
        label.getStyleClass().add(look(cell.look()));
        if (cell.look() == Cell.Look.STRONG || cell.look() == Cell.Look.DRAFT) {
            label.getStyleClass().add("wr-strong");
        }
        if (!cell.hint().isEmpty()) {
            label.setTooltip(new Tooltip(cell.hint()));
            label.setAccessibleText(cell.text() + ". " + cell.hint());
        }
        return label;
    }

    private static String look(Cell.Look look) {
        return switch (look) {
            case PLAIN, STRONG -> "wr-plain-text";
            case DRAFT -> "wr-accent-text";
            case HEALTHY -> "wr-healthy-text";
            case DEGRADED -> "wr-degraded-text";
            case FAILING -> "wr-failing-text";
            case QUIET -> "wr-text-3";
        };
    }
}
