package io.windrose.shell.canary;

import java.util.ArrayList;
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
    private final List<Line> lines = new ArrayList<>();
    private List<String> shown = List.of();

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
        var subsets = rows.stream().map(VersionRow::subset).toList();
        if (!subsets.equals(shown)) {
            shown = subsets;
            build(subsets);
        }
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    private void build(List<String> subsets) {
        getChildren().clear();
        lines.clear();
        add(band("canary-head"), 0, 0, COLUMNS.size() + 1, 1);
        add(head("Version"), 0, 0);
        for (int i = 0; i < COLUMNS.size(); i++) {
            add(head(COLUMNS.get(i).title), i + 1, 0);
        }
        for (int i = 0; i < subsets.size(); i++) {
            boolean last = i == subsets.size() - 1;
            add(band(last ? "canary-last-row" : "canary-row"), 0, i + 1, COLUMNS.size() + 1, 1);
            var line = new Line(model, subsets.get(i));
            lines.add(line);
            add(line.version, 0, i + 1);
            for (int j = 0; j < COLUMNS.size(); j++) {
                add(line.cells.get(j), j + 1, i + 1);
            }
        }
    }

    private static Label head(String title) {
        var label = new Label(title);
        label.getStyleClass().addAll("wr-tiny", "wr-text-3", "canary-cell");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /// The ground of a row with its line below.
    private static Region band(String styleClass) {
        var band = new Region();
        band.getStyleClass().add(styleClass);
        band.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return band;
    }

    /// The nodes of one version, which stay while its figures change.
    private static final class Line {
        private final String name;
        private final Label chip;
        private final Button choose;
        private final Tooltip choice = new Tooltip();
        private final Label mark = new Label();
        private final HBox version;
        private final List<CellLabel> cells;

        Line(RouteViewModel model, String subset) {
            name = Words.subset(subset);
            chip = new Label(name);
            chip.setMinWidth(USE_PREF_SIZE);
            choose = new Button("", chip);
            choose.setId("canary-choose-" + subset);
            choose.getStyleClass().addAll("flat", "small", "canary-choose");
            choose.setTooltip(choice);
            choose.setOnAction(_ -> model.chooseCanary(subset));
            mark.getStyleClass().addAll("wr-tiny", "wr-text-3");
            version = new HBox(choose, mark);
            version.getStyleClass().add("canary-version");
            version.setAlignment(Pos.CENTER_LEFT);
            cells =
                    COLUMNS.stream()
                            .map(column -> new CellLabel("canary-" + column.id() + "-" + subset))
                            .toList();
        }

        void show(VersionRow row) {
            chip.getStyleClass().setAll("label", "wr-chip", "wr-v" + row.colour());
            choose.setAccessibleText(
                    row.canary() ? name + ", the canary" : "Make " + name + " the canary");
            choice.setText(
                    row.canary()
                            ? "The steps are for " + name
                            : "Make " + name + " the canary that the steps are for");
            mark.setText(row.canary() ? "canary" : "");
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).show(COLUMNS.get(i).cell.apply(row));
            }
        }
    }
}
