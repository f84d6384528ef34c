package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.view.Glyph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything in the folder, by namespace and kind; choosing an object opens it.
final class ResourceTree extends VBox {
    private static final double WIDTH = 250;
    private static final double SEARCH_INSET = 10;
    private static final double ROW = 26;

    /// With more objects than this only namespaces are open at first.
    private static final int FEW = 60;

    private final ConfigViewModel model;
    private final TextField filter = new TextField();
    private final TreeView<TreeRow> tree = new TreeView<>(new TreeItem<>());
    private final Label footer = new Label();
    private final Set<String> closed = new HashSet<>();
    private boolean filling;

    ResourceTree(ConfigViewModel model, Runnable entered) {
        this.model = model;
        filter.setId("config-filter");
        filter.setPromptText("kind, name or file");
        filter.textProperty().subscribe(_ -> fill());
        var search = new StackPane(filter, Glyph.of(Icon.SEARCH, 14));
        search.getStyleClass().add("filter");
        StackPane.setAlignment(search.getChildren().getLast(), Pos.CENTER_LEFT);
        StackPane.setMargin(search.getChildren().getLast(), new Insets(0, 0, 0, SEARCH_INSET));
        tree.setId("config-tree");
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.setCellFactory(_ -> new Row());
        tree.setAccessibleText("Resources");
        tree.getSelectionModel().selectedItemProperty().subscribe(this::onChosen);
        tree.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                entered.run();
                key.consume();
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        var title = new Label("Resources");
        title.getStyleClass().add("wr-section");
        footer.getStyleClass().addAll("wr-tiny", "wr-text-3", "tree-footer");
        footer.setMaxWidth(Double.MAX_VALUE);
        footer.setGraphic(Glyph.of(Icon.GIT_COMMIT, 14));
        getChildren().addAll(title, search, tree, footer);
        getStyleClass().add("config-tree-pane");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    void focusFilter() {
        filter.requestFocus();
    }

    /// Shows the row of an object as chosen, without opening it again.
    void choose(Desk desk, int line) {
        desk.openFile()
                .ifPresent(file -> {
                    filling = true;
                    find(tree.getRoot(), file.toString(), line);
                    filling = false;
                });
    }

    private void find(TreeItem<TreeRow> item, String file, int line) {
        TreeItem<TreeRow> best = nearest(item, file, line);
        if (best != null && !best.equals(tree.getSelectionModel().getSelectedItem())) {
            for (var up = best.getParent(); up != null; up = up.getParent()) {
                up.setExpanded(true);
            }
            tree.getSelectionModel().select(best);
        }
    }

    private static @Nullable TreeItem<TreeRow> nearest(
            TreeItem<TreeRow> item, String file, int line) {
        TreeItem<TreeRow> best = null;
        int bestLine = 0;
        for (var child : item.getChildren()) {
            var found = child.isLeaf() ? child : nearest(child, file, line);
            if (found == null) {
                continue;
            }
            var target = found.getValue().target().orElse(null);
            if (target != null
                    && target.file().toString().equals(file)
                    && target.line() <= Math.max(line, 1)
                    && target.line() > bestLine) {
                best = found;
                bestLine = target.line();
            }
        }
        return best;
    }

    /// Follows the files and drafts.
    void fill() {
        var chosen = tree.getSelectionModel().getSelectedItem();
        var key = chosen == null ? "" : chosen.getValue().key();
        filling = true;
        var files = model.filesProperty().get();
        var changed = model.changedProperty().get();
        var rows = ResourceRows.of(files, filter.getText(), changed::contains);
        boolean open = !filter.getText().isBlank() || count(rows) <= FEW;
        tree.setRoot(item(rows, open, key));
        filling = false;
        footer.setText(
                "%s, %d changed"
                        .formatted(
                                Words.counted(files.size(), "file").orElse("no files"),
                                changed.size()));
    }

    private static int count(ResourceRows rows) {
        return rows.below().isEmpty()
                ? 1
                : rows.below().stream().mapToInt(ResourceTree::count).sum();
    }

    private TreeItem<TreeRow> item(ResourceRows rows, boolean open, String chosen) {
        var item = new TreeItem<>(rows.row());
        var key = rows.row().key();
        rows.below().forEach(one -> item.getChildren().add(item(one, open, chosen)));
        item.setExpanded(
                key.isEmpty() || ((open || rows.row().heading()) && !closed.contains(key)));
        item.expandedProperty()
                .subscribe(expanded -> {
                    if (!filling) {
                        var _ = expanded ? closed.remove(key) : closed.add(key);
                    }
                });
        if (key.equals(chosen)) {
            Platform.runLater(() -> reselect(item));
        }
        return item;
    }

    private void reselect(TreeItem<TreeRow> item) {
        filling = true;
        tree.getSelectionModel().select(item);
        filling = false;
    }

    private void onChosen(@Nullable TreeItem<TreeRow> item) {
        if (!filling && item != null) {
            item.getValue()
                    .target()
                    .ifPresent(one -> model.openAt(one.file().toString(), one.line(), 1));
        }
    }

    private static final class Row extends TreeCell<TreeRow> {
        Row() {
            setPrefWidth(0); // as wide as the tree, which then needs no scroll bar for it
        }

        @Override
        protected void updateItem(TreeRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : node(row));
        }

        private static Node node(TreeRow row) {
            var title = new Label(row.title());
            title.getStyleClass().add("wr-small");
            if (row.heading()) {
                title.getStyleClass().add("wr-strong");
            }
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var line = new HBox(Glyph.of(row.icon(), 14), title, space);
            line.getChildren().addAll(signs(row));
            line.getStyleClass().add("wr-gap-2");
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        private static List<Node> signs(TreeRow row) {
            if (row.target().isPresent()) {
                return row.errors() > 0
                        ? List.of(Glyph.sign("wr-failing", 13))
                        : row.warnings() > 0 ? List.of(Glyph.sign("wr-degraded", 13)) : List.of();
            }
            return List.of(
                    badge(row.errors(), "wr-failing"),
                    badge(row.warnings(), "wr-degraded"),
                    badge(row.count(), ""));
        }

        private static Node badge(int count, String tone) {
            var badge = new Label(Integer.toString(count));
            badge.getStyleClass().addAll(tone.isEmpty() ? "wr-tiny" : "wr-badge");
            badge.getStyleClass().add(tone.isEmpty() ? "wr-text-3" : tone);
            badge.setMinWidth(Region.USE_PREF_SIZE);
            badge.setVisible(count > 0);
            badge.setManaged(count > 0);
            return badge;
        }
    }
}
