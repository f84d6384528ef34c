package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.view.Glyph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");

    /// With more objects than this only namespaces are open at first.
    private static final int FEW = 60;

    private final ConfigViewModel model;
    private final TextField filter = new TextField();
    private final TreeView<TreeRow> tree = new TreeView<>(new TreeItem<>());
    private final Label footer = new Label();
    private final Button remove;
    private final Map<String, TreeItem<TreeRow>> items = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private String filtered = "";
    private boolean filling;

    /// What the rows were made of last.
    private Optional<ResourceRows> filled = Optional.empty();

    /// What was chosen here last for the caret; the person may have gone to another row since.
    private @Nullable TreeItem<TreeRow> shown;

    /// @param entered takes the keyboard to the text
    /// @param removed takes the object at the caret out of its draft; the Delete key goes by the
    ///   row that is chosen
    ResourceTree(ConfigViewModel model, Runnable entered, Runnable removed) {
        this.model = model;
        remove = small("config-delete", Icon.TRASH, "Delete the object", removed);
        remove.setTooltip(new Tooltip("Take the object out of its file (Ctrl+Shift+Delete)"));
        remove.setDisable(true);
        model.deskProperty()
                .subscribe(desk ->
                        remove.setDisable(
                                desk.openDraft()
                                        .filter(draft -> !draft.text().isBlank())
                                        .isEmpty()));
        filter.setId("config-filter");
        filter.setPromptText("kind, name or file");
        filter.setAccessibleText("Filter by kind, name or file");
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
            } else if (isDelete(key)) {
                chosen().ifPresent(row -> model.remove(row.line()));
                key.consume();
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        var title = new Label("Resources");
        title.getStyleClass().add("wr-section");
        footer.getStyleClass().addAll("wr-tiny", "wr-text-3", "tree-footer");
        footer.setMaxWidth(Double.MAX_VALUE);
        footer.setGraphic(Glyph.of(Icon.GIT_COMMIT, 14));
        var head = new HBox(title, Parts.space(), add(), remove);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, search, tree, footer);
        getStyleClass().add("config-tree-pane");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    private Button add() {
        var add = small("config-new", Icon.PLUS, "New object", model::askForNew);
        add.setTooltip(new Tooltip("New object… (Ctrl+N)"));
        return add;
    }

    private static Button small(String id, Icon icon, String words, Runnable action) {
        var button = Parts.button(id, "", icon, action);
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setAccessibleText(words);
        return button;
    }

    /// A Mac's keyboard has its Delete where others have Backspace.
    private static boolean isDelete(KeyEvent key) {
        return key.getCode() == KeyCode.DELETE || (MAC && key.getCode() == KeyCode.BACK_SPACE);
    }

    /// Empty on a row that only groups, and where the row is of another file than the open one.
    private Optional<TreeRow.Target> chosen() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
                .flatMap(item -> item.getValue().target())
                .filter(row ->
                        model.deskProperty().get().openFile().equals(Optional.of(row.file())));
    }

    void focusRows() {
        tree.requestFocus();
    }

    void focusFilter() {
        filter.requestFocus();
    }

    /// Shows the row of an object as chosen, without opening it again.
    void choose(Desk desk, int line) {
        desk.openFile().ifPresent(file -> find(tree.getRoot(), file.toString(), line));
    }

    private void find(TreeItem<TreeRow> item, String file, int line) {
        TreeItem<TreeRow> best = nearest(item, file, line);
        if (best != null && !best.equals(shown)) {
            shown = best;
            for (var up = best.getParent(); up != null; up = up.getParent()) {
                up.setExpanded(true);
            }
            select(best);
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

    /// Follows the files and drafts. Rows stay the same ones, so that focus, choice and place on
    /// the screen stay, too.
    void fill() {
        var chosen = tree.getSelectionModel().getSelectedItem();
        var files = model.filesProperty().get();
        var changed = model.changedProperty().get();
        var wanted = filter.getText().strip();
        var rows = ResourceRows.of(files, wanted, changed::contains, lost(changed));
        footer.setText(
                "%s, %d changed"
                        .formatted(
                                Words.counted(files.size(), "file").orElse("no files"),
                                changed.size()));
        if (Optional.of(rows).equals(filled)) {
            return; // every letter that is typed comes here
        }
        filled = Optional.of(rows);
        boolean open = !wanted.isEmpty() || count(rows) <= FEW;
        var keys = new HashSet<String>();
        filling = true;
        fill(tree.getRoot(), rows, new Filling(open, !wanted.equals(filtered), keys));
        filling = false;
        filtered = wanted;
        items.keySet().retainAll(keys);
        if (chosen != null) {
            select(items.containsValue(chosen) ? chosen : null);
        }
    }

    private ResourceRows.Lost lost(List<Path> changed) {
        return new ResourceRows.Lost(
                model.goneProperty().get(),
                model.deletedProperty().get().stream()
                        .filter(file -> !changed.contains(file))
                        .toList());
    }

    private static int count(ResourceRows rows) {
        return rows.below().isEmpty()
                ? 1
                : rows.below().stream().mapToInt(ResourceTree::count).sum();
    }

    /// @param open whether rows are open of which the person has said nothing
    /// @param anew whether rows that were there before are opened and closed again, too
    /// @param keys collects those of all rows
    private record Filling(boolean open, boolean anew, Set<String> keys) {}

    private void fill(TreeItem<TreeRow> item, ResourceRows rows, Filling filling) {
        item.setValue(rows.row());
        var below = new ArrayList<TreeItem<TreeRow>>();
        for (var one : rows.below()) {
            var key = one.row().key();
            // objects of one name in one file differ by nothing but their order
            for (int i = 2; !filling.keys.add(key); i++) {
                key = one.row().key() + " " + i;
            }
            boolean known = items.containsKey(key);
            var child = items.computeIfAbsent(key, this::item);
            fill(child, one, filling);
            if (!known || filling.anew) {
                child.setExpanded(isOpen(key, filling.open || one.row().heading()));
            }
            below.add(child);
        }
        if (!item.getChildren().equals(below)) {
            item.getChildren().setAll(below);
        }
    }

    private boolean isOpen(String key, boolean usual) {
        return !closed.contains(key) && (usual || opened.contains(key));
    }

    private TreeItem<TreeRow> item(String key) {
        var item = new TreeItem<TreeRow>();
        item.expandedProperty()
                .subscribe((_, expanded) -> {
                    if (!filling) {
                        (expanded ? opened : closed).add(key);
                        (expanded ? closed : opened).remove(key);
                    }
                });
        return item;
    }

    private void select(@Nullable TreeItem<TreeRow> item) {
        filling = true;
        if (item == null) {
            tree.getSelectionModel().clearSelection();
        } else {
            tree.getSelectionModel().select(item);
        }
        filling = false;
    }

    private void onChosen(@Nullable TreeItem<TreeRow> item) {
        if (!filling && item != null) {
            shown = item;
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
            setAccessibleText(empty || row == null ? null : row.spoken());
            setTooltip(empty || row == null ? null : tip(row).orElse(null));
        }

        /// A long name may be cut, and no row says its file.
        private static Optional<Tooltip> tip(TreeRow row) {
            return row.target()
                    .map(target -> Words.fileName(target.file()))
                    .map(file ->
                            new Tooltip(
                                    file.equals(row.title()) ? file : row.title() + ", " + file));
        }

        private Node node(TreeRow row) {
            var title = new Label(row.title());
            title.getStyleClass().add("wr-small");
            if (row.heading()) {
                title.getStyleClass().add("wr-strong");
            }
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            var line = new HBox(Glyph.of(row.icon(), 14), title);
            line.getChildren().addAll(signs(row));
            line.getStyleClass().add("wr-gap-2");
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        /// A group says what is wrong below while that cannot be seen.
        private List<Node> signs(TreeRow row) {
            var signs = new ArrayList<Node>();
            badge(row.errors(), "error", "wr-failing").ifPresent(signs::add);
            badge(row.warnings(), "warning", "wr-degraded").ifPresent(signs::add);
            var item = getTreeItem();
            if (!row.heading() && row.target().isEmpty() && item != null) {
                signs.forEach(each -> {
                    each.visibleProperty().bind(item.expandedProperty().not());
                    each.managedProperty().bind(each.visibleProperty());
                });
            }
            if (row.count() > 0) {
                var count = Parts.label(Integer.toString(row.count()), "wr-tiny", "wr-text-3");
                Words.counted(row.count(), "object").ifPresent(count::setAccessibleText);
                count.setMinWidth(Region.USE_PREF_SIZE);
                signs.add(count);
            }
            return signs;
        }

        private static Optional<Node> badge(int count, String noun, String tone) {
            return Words.counted(count, noun)
                    .map(words -> {
                        var badge = Parts.label(Integer.toString(count), "wr-tiny");
                        badge.setGraphic(Glyph.sign(tone, 13));
                        badge.setGraphicTextGap(4);
                        badge.setAccessibleText(words);
                        badge.setTooltip(new Tooltip(words));
                        badge.setMinWidth(Region.USE_PREF_SIZE);
                        return badge;
                    });
        }
    }
}
