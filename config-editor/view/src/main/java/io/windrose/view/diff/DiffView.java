package io.windrose.view.diff;

import io.windrose.config.patch.LineDiff.Line;
import io.windrose.config.patch.LineDiff.Sign;
import io.windrose.view.Stylesheet;
import io.windrose.view.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Two texts as one list of lines, with what was removed and what was added marked by sign and
/// colour. Long texts cost no more than what is on the screen.
public final class DiffView extends StackPane {
    /// Pixels of one line.
    public static final double ROW = 20;

    private final ListView<DiffRow> rows = new ListView<>();
    private final Label nothing = new Label();

    /// @param equal what to say while the texts are the same
    public DiffView(String equal) {
        getStylesheets()
                .addAll(
                        Stylesheet.beside(YamlText.class, "yaml.css"),
                        Stylesheet.beside(DiffView.class, "diff.css"));
        getStyleClass().add("diff");
        rows.setFixedCellSize(ROW);
        rows.setCellFactory(_ -> new Row());
        rows.getStyleClass().add("diff-rows");
        rows.setAccessibleText("Differences");
        nothing.setText(equal);
        nothing.getStyleClass().addAll("wr-small", "wr-text-3");
        getChildren().addAll(rows, nothing);
        show(List.of(), 0);
    }

    /// @param context kept lines to show around each change
    public void show(List<Line> lines, int context) {
        show(DiffRow.of(lines, context));
    }

    /// Several texts, each under its name.
    ///
    /// @param context kept lines to show around each change
    public void show(SequencedMap<String, List<Line>> byName, int context) {
        var all = new ArrayList<DiffRow>();
        byName.forEach((name, lines) -> {
            all.add(new DiffRow.Title(name));
            all.addAll(DiffRow.of(lines, context));
        });
        show(all);
    }

    private void show(List<DiffRow> next) {
        replace(rows.getItems(), next);
        boolean equal = rows.getItems().isEmpty();
        nothing.setVisible(equal);
        rows.setVisible(!equal);
    }

    /// While one types mostly one row changes: the others keep their cells as they are.
    private static void replace(ObservableList<DiffRow> shown, List<DiffRow> next) {
        if (shown.size() != next.size()) {
            shown.setAll(next);
            return;
        }
        for (int i = 0; i < next.size(); i++) {
            if (!shown.get(i).equals(next.get(i))) {
                shown.set(i, next.get(i));
            }
        }
    }

    /// How many rows there are to see.
    public int rowCount() {
        return rows.getItems().size();
    }

    private static final class Row extends ListCell<DiffRow> {
        @Override
        protected void updateItem(DiffRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("added", "removed", "gap", "title");
            setText(null);
            setGraphic(empty ? null : node(row));
            setAccessibleText(empty ? null : row.spoken());
        }

        private Node node(DiffRow row) {
            return switch (row) {
                case DiffRow.Title(var text) -> {
                    getStyleClass().add("title");
                    yield new Label(text);
                }
                case DiffRow.Gap _ -> {
                    getStyleClass().add("gap");
                    yield new Label(row.spoken());
                }
                case DiffRow.OfLine(var line) -> {
                    style(line.sign());
                    yield line(line);
                }
            };
        }

        private void style(Sign sign) {
            switch (sign) {
                case ADDED -> getStyleClass().add("added");
                case REMOVED -> getStyleClass().add("removed");
                case KEPT -> {
                    // as any other row
                }
            }
        }

        private static Node line(Line line) {
            var number =
                    new Label(Integer.toString(line.after() > 0 ? line.after() : line.before()));
            number.getStyleClass().add("diff-number");
            var sign =
                    new Label(
                            switch (line.sign()) {
                                case KEPT -> " ";
                                case ADDED -> "+";
                                case REMOVED -> "-";
                            });
            sign.getStyleClass().add("diff-sign");
            var row = new HBox(number, sign, YamlText.of(line.text().stripTrailing()));
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
