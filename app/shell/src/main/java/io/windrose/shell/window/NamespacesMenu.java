package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Which namespaces the graph shows; stays open while boxes are ticked.
final class NamespacesMenu extends MenuButton {
    private final LiveMesh mesh;
    private final Subscription subscription;
    private List<String> known = List.of();

    NamespacesMenu(LiveMesh mesh) {
        super("", new IconView(Icon.LAYERS));
        this.mesh = mesh;
        setId("namespaces");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Which namespaces are shown"));
        subscription =
                Subscription.combine(
                        mesh.questionProperty().subscribe(_ -> redraw()),
                        mesh.meshProperty().subscribe(_ -> redraw()));
    }

    void end() {
        subscription.unsubscribe();
    }

    private void redraw() {
        var namespaces = mesh.meshProperty().get().mesh().namespaces();
        var asked = mesh.questionProperty().get().namespaces();
        setText(NamespaceChoice.words(namespaces.size(), asked));
        setAccessibleText("Namespaces: " + getText());
        if (!namespaces.equals(known)) {
            known = namespaces;
            getItems().setAll(items(namespaces));
        }
        for (MenuItem item : getItems()) {
            if (item.getUserData() instanceof CheckBox box) {
                box.setSelected(asked.isEmpty() || asked.contains(box.getText()));
            }
        }
    }

    private List<MenuItem> items(List<String> namespaces) {
        var items = new ArrayList<MenuItem>();
        var all = new MenuItem("All namespaces");
        all.setId("namespace-all");
        all.setOnAction(_ -> ask(new TreeSet<>()));
        items.add(all);
        items.add(new SeparatorMenuItem());
        namespaces.forEach(namespace -> items.add(item(namespace)));
        return items;
    }

    /// The item and not the box takes clicks, since keys reach the item alone.
    private MenuItem item(String namespace) {
        var box = new CheckBox(namespace);
        box.setId("namespace-" + namespace);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        var item = new CustomMenuItem(new StackPane(box), false);
        item.setUserData(box);
        item.setOnAction(_ ->
                ask(
                        NamespaceChoice.toggled(
                                known,
                                mesh.questionProperty().get().namespaces(),
                                namespace,
                                !box.isSelected())));
        return item;
    }

    private void ask(SortedSet<String> namespaces) {
        mesh.ask(question -> question.withNamespaces(namespaces));
        redraw();
    }
}
