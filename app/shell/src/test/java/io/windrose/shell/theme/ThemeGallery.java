package io.windrose.shell.theme;

import io.windrose.icons.Icon;
import io.windrose.shell.Pictures;
import io.windrose.topology.display.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Writes a picture of every kind of control in each theme to the folder that is named.
final class ThemeGallery {

    private ThemeGallery() {}

    public static void main(String[] folder) {
        var target = Path.of(folder[0]);
        Platform.startup(() -> {
            Fonts.load();
            for (Theme theme : Theme.values()) {
                var scene = new Scene(controls(), 900, 560);
                Look.apply(scene, theme);
                var stage = new Stage();
                stage.setScene(scene);
                stage.show();
                Pictures.write(
                        scene.snapshot(null), target.resolve("controls-" + name(theme) + ".png"));
                stage.hide();
            }
            Platform.exit();
        });
    }

    private static VBox controls() {
        var primary = new Button("Apply to 12 proxies", new IconView(Icon.CHECK));
        primary.getStyleClass().add("accent");
        var disabled = new Button("Apply…");
        disabled.getStyleClass().add("accent");
        disabled.setDisable(true);
        var flat = new Button("Other kubeconfig…");
        flat.getStyleClass().add("flat");
        var icon = new Button("", new IconView(Icon.CLOSE));
        icon.getStyleClass().addAll("flat", "button-icon");
        var small = new Button("Fix", new IconView(Icon.WRENCH, IconView.SMALL));
        small.getStyleClass().add("small");
        var menu = new MenuButton("3 namespaces", new IconView(Icon.LAYERS));
        menu.getItems().add(new MenuItem("bookinfo"));
        var combo = new ComboBox<String>();
        combo.getItems().addAll("Last 5 min", "Last 15 min");
        combo.setValue("Last 5 min");
        var segments =
                new HBox(
                        new ToggleButton("App"),
                        new ToggleButton("Version"),
                        new ToggleButton("Service"));
        segments.getStyleClass().add("wr-segments");
        ((ToggleButton) segments.getChildren().get(1)).setSelected(true);
        var tabs = new HBox(new ToggleButton("Traffic"), new ToggleButton("Config 5"));
        tabs.getStyleClass().add("wr-tabs");
        ((ToggleButton) tabs.getChildren().get(0)).setSelected(true);
        var field = new TextField();
        field.setPromptText("kind, name or host");
        var box = new CheckBox("bookinfo");
        box.setSelected(true);
        var list = new ListView<String>();
        list.getItems().addAll("details", "productpage", "ratings");
        list.getSelectionModel().select(1);
        list.setPrefHeight(100);
        var area = new TextArea("kind: VirtualService\nmetadata:");
        area.setPrefSize(260, 80);
        area.getStyleClass().add("wr-code");
        var all =
                new VBox(
                        row(
                                primary,
                                disabled,
                                new Button("Undo", new IconView(Icon.UNDO)),
                                flat,
                                icon,
                                small,
                                new Hyperlink("Clear")),
                        row(segments, menu, combo, field),
                        row(tabs),
                        row(box, new CheckBox("payments"), new RadioButton("dark")),
                        row(chips()),
                        row(signs()),
                        row(list, area));
        all.getStyleClass().addAll("wr-panel", "wr-pad-page", "wr-gap-4");
        return all;
    }

    private static Node[] chips() {
        return List.of("wr-v1", "wr-v2", "wr-v3", "wr-accent", "wr-failing", "wr-healthy").stream()
                .map(name -> {
                    var chip = new Label(name.substring(3));
                    chip.getStyleClass().addAll("wr-chip", name);
                    return chip;
                })
                .toArray(Node[]::new);
    }

    private static Node[] signs() {
        var signs = new FlowPane(8, 8);
        for (Tone tone : Tone.values()) {
            signs.getChildren().add(new Sign(tone));
        }
        for (Icon each : Icon.values()) {
            signs.getChildren().add(new IconView(each));
        }
        signs.setPrefWrapLength(800);
        return new Node[] {signs};
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().addAll("wr-gap-3");
        return row;
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
