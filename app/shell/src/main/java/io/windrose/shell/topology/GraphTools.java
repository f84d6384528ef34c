package io.windrose.shell.topology;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.topology.display.EdgeLabel;
import io.windrose.topology.display.Layer;
import io.windrose.topology.layout.Arrangement;
import java.util.EnumMap;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What the graph shows and how it is arranged.
final class GraphTools extends HBox {
    private final TopologyScreenViewModel model;
    private final FindField find;
    private final Subscription subscription;

    GraphTools(TopologyScreenViewModel model) {
        this.model = model;
        getStyleClass().add("graph-tools");
        find = new FindField(model);
        var edges = edges();
        var layers = layers();
        var table = table();
        var panel = panel();
        var covered = covered();
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(edges, layers, find, covered, gap, arrange(), fit(), table, panel);
        subscription =
                Subscription.combine(
                        model.canvas()
                                .lookProperty()
                                .subscribe(look -> edges.setText("Edges: " + look.label().label())),
                        model.canvas()
                                .lookProperty()
                                .subscribe(look ->
                                        layers.setText(
                                                "Layers: "
                                                        + look.layers().size()
                                                        + " of "
                                                        + Layer.values().length)),
                        model.tableProperty().subscribe(table::setSelected),
                        model.panelOpenProperty().subscribe(panel::setSelected));
    }

    /// What is wrong with the expression, for the place below the tools.
    Label problem() {
        return find.problem();
    }

    /// Where the field begins.
    double findX() {
        return find.getLayoutX();
    }

    void focusFind() {
        find.focus();
    }

    void end() {
        subscription.unsubscribe();
        find.end();
    }

    private MenuButton edges() {
        var button = menu("edge-labels", Icon.TAG, "Which figure stands on an edge");
        var group = new ToggleGroup();
        for (var label : EdgeLabel.values()) {
            var item = new RadioMenuItem(capital(label.label()));
            item.setToggleGroup(group);
            item.setSelected(label == model.canvas().lookProperty().get().label());
            item.setOnAction(_ -> model.canvas().label(label));
            button.getItems().add(item);
        }
        return button;
    }

    private MenuButton layers() {
        var button = menu("layers", Icon.EYE, "What the graph shows");
        var items = new EnumMap<Layer, CheckMenuItem>(Layer.class);
        for (var layer : Layer.values()) {
            var item = new CheckMenuItem(layer.label());
            item.setId("layer-" + layer.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> model.toggle(layer));
            items.put(layer, item);
        }
        button.getItems().addAll(items.values());
        button.setOnShowing(
                _ -> items.forEach((layer, item) -> item.setSelected(model.isShown(layer))));
        return button;
    }

    private MenuButton arrange() {
        var button = menu("arrange", Icon.GRID, "Forget all places and arrange anew");
        button.setText("Arrange");
        button.getItems()
                .addAll(
                        item("By who calls whom", Arrangement.LAYERED),
                        item("By who talks with whom", Arrangement.FORCE));
        button.disableProperty().bind(model.canvas().arrangingProperty());
        return button;
    }

    private MenuItem item(String words, Arrangement arrangement) {
        var item = new MenuItem(words);
        item.setId("arrange-" + arrangement.name().toLowerCase(Locale.ROOT));
        item.setOnAction(_ -> model.canvas().arrange(arrangement));
        return item;
    }

    private Button fit() {
        var key = new Label("F");
        key.getStyleClass().add("wr-key");
        var words = new HBox(new IconView(Icon.FIT, IconView.SMALL), new Label("Fit"), key);
        words.getStyleClass().add("button-words");
        var button = new Button("Fit", words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("fit");
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip("The whole graph in view (F)"));
        button.setAccessibleText("Fit");
        button.setOnAction(_ -> model.canvas().fit());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private ToggleButton table() {
        var button = toggle("table-twin", Icon.LIST, "As a table (T)");
        button.setOnAction(_ -> {
            model.toggleTable();
            button.setSelected(model.tableProperty().get());
        });
        return button;
    }

    private ToggleButton panel() {
        var button = toggle("panel-toggle", Icon.INFO, "Side panel (P)");
        button.setOnAction(_ -> {
            model.togglePanel();
            button.setSelected(model.panelOpenProperty().get());
        });
        return button;
    }

    private Label covered() {
        var label = new Label();
        label.setId("covered");
        label.getStyleClass().addAll("wr-tiny", "wr-text-3");
        label.textProperty().bind(model.coveredProperty());
        label.setTooltip(
                new Tooltip("Less time is known than was asked for; it grows with every look"));
        label.setMinWidth(0);
        return label;
    }

    private static MenuButton menu(String id, Icon icon, String words) {
        var button = new MenuButton();
        button.setId(id);
        button.setGraphic(new IconView(icon, IconView.SMALL));
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static ToggleButton toggle(String id, Icon icon, String words) {
        var button = new ToggleButton("", new IconView(icon, IconView.SMALL));
        button.setId(id);
        button.getStyleClass().addAll("small", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
