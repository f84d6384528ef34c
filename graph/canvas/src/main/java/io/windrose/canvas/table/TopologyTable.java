package io.windrose.canvas.table;

import io.windrose.canvas.Selection;
import io.windrose.canvas.TopologyViewModel;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The twin of the picture: its nodes and its edges, each as a table that can be sorted. What is
/// chosen here is chosen there, and Enter opens it.
public final class TopologyTable extends VBox {
    private final TopologyViewModel model;
    private final ObservableList<Row> nodes = FXCollections.observableArrayList();
    private final ObservableList<Row> edges = FXCollections.observableArrayList();
    private final TableView<Row> nodeTable;
    private final TableView<Row> edgeTable;
    private final Label nodeTitle = title();
    private final Label edgeTitle = title();
    private final Subscription subscription;
    private boolean following;

    public TopologyTable(TopologyViewModel model) {
        this.model = model;
        setId("topology-table");
        getStyleClass().add("wr-topology-table");
        getStylesheets().add(styles().toExternalForm());
        nodeTable = table("node-table", nodes, Columns.nodes(), "No node is shown");
        edgeTable = table("edge-table", edges, Columns.edges(), "No edge is shown");
        getChildren().addAll(nodeTitle, nodeTable, edgeTitle, edgeTable);
        subscription =
                Subscription.combine(
                        model.shownProperty().subscribe(_ -> refresh()),
                        visibleProperty().subscribe(_ -> refresh()),
                        model.selectionProperty().subscribe(_ -> follow()));
    }

    /// Ends all subscriptions; the table is of no use after that.
    public void end() {
        subscription.unsubscribe();
    }

    /// Only while it is seen: rows cost more than the picture beside which it lies hidden.
    private void refresh() {
        if (!isVisible()) {
            return;
        }
        var graph = model.shownProperty().get().graph();
        following = true;
        nodes.setAll(Row.nodes(graph));
        edges.setAll(Row.edges(graph));
        nodeTable.sort();
        edgeTable.sort();
        nodeTitle.setText("Nodes " + graph.nodes().size());
        edgeTitle.setText("Edges " + graph.edges().size());
        following = false;
        follow();
    }

    /// Shows the model's choice in the table that has it.
    private void follow() {
        following = true;
        for (var table : List.of(nodeTable, edgeTable)) {
            var chosen =
                    table.getItems().stream()
                            .filter(row -> row.subject().equals(model.selectionProperty().get()))
                            .findFirst();
            if (chosen.isEmpty()) {
                table.getSelectionModel().clearSelection();
            } else if (!chosen.get().equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(chosen.get());
            }
        }
        following = false;
    }

    private TableView<Row> table(
            String id, ObservableList<Row> rows, List<TableColumn<Row, Row>> columns, String none) {
        var table = new TableView<>(rows);
        table.setId(id);
        table.getColumns().addAll(columns);
        table.setPlaceholder(new Label(none));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (!following && row != null) {
                        model.select(row.subject());
                    }
                });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.open();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2
                    && !(model.selectionProperty().get() instanceof Selection.Nothing)) {
                model.open();
            }
        });
        return table;
    }

    private static Label title() {
        var label = new Label();
        label.getStyleClass().addAll("wr-section", "wr-strong");
        return label;
    }

    private static URL styles() {
        return Objects.requireNonNull(TopologyTable.class.getResource("table.css"), "table.css");
    }
}
