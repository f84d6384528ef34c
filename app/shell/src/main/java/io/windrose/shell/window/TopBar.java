package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.Freshness;
import io.windrose.shell.frame.KeyCaps;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Pace;
import io.windrose.shell.theme.IconView;
import io.windrose.topology.GraphType;
import io.windrose.workspace.story.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What is asked of the mesh, and how often.
final class TopBar extends HBox {
    static final double HEIGHT = 48;

    private static final double FIND = 196;
    private static final List<Duration> WINDOWS =
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));
    static final List<Duration> PACES =
            List.of(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1));

    private final List<Runnable> ends = new ArrayList<>();

    /// @param narrow leaves out words that an icon can say
    TopBar(LiveMesh mesh, Commands commands, boolean narrow) {
        getStyleClass().addAll("wr-window", "wr-top");
        setId("top");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        var connection = new ConnectionChip(mesh, commands);
        ends.add(connection::end);
        var namespaces = new NamespacesMenu(mesh);
        ends.add(namespaces::end);
        var gap = new Region();
        gap.setMinWidth(0);
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(connection, namespaces, types(mesh), gap, find(commands, narrow));
        if (mesh.freshnessProperty().get().state() != Freshness.State.FILES) {
            getChildren().addAll(windows(mesh), paces(mesh), hold(mesh, commands));
        }
    }

    void end() {
        ends.forEach(Runnable::run);
        ends.clear();
    }

    static String title(GraphType type) {
        return switch (type) {
            case APP -> "App";
            case VERSIONED_APP -> "Version";
            case SERVICE -> "Service";
            case WORKLOAD -> "Workload";
        };
    }

    private Node types(LiveMesh mesh) {
        var segments = new HBox();
        segments.getStyleClass().add("wr-segments");
        for (GraphType type : GraphType.values()) {
            var button = new ToggleButton(title(type));
            button.setId("type-" + type.label());
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(
                    new Tooltip("One node for each " + title(type).toLowerCase(Locale.ROOT)));
            button.setOnAction(_ -> {
                mesh.ask(question -> question.withType(type));
                button.setSelected(true);
            });
            keep(
                    mesh.questionProperty()
                            .subscribe(question -> button.setSelected(question.type() == type)));
            segments.getChildren().add(button);
        }
        return segments;
    }

    private static Button find(Commands commands, boolean narrow) {
        var button = new Button();
        button.setId("find");
        button.setAccessibleText("Find anything");
        button.setTooltip(new Tooltip("Find or do anything (Ctrl+K)"));
        button.setOnAction(_ -> commands.run("palette"));
        if (narrow) {
            button.setGraphic(new IconView(Icon.SEARCH));
            button.getStyleClass().add("button-icon");
            return button;
        }
        var words = new Label("Find anything");
        words.getStyleClass().addAll("wr-small", "wr-text-2");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(new IconView(Icon.SEARCH), words, gap, new KeyCaps("Ctrl+K"));
        row.getStyleClass().add("wr-gap-2");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(FIND - 2 * 11);
        button.setGraphic(row);
        button.setMinWidth(FIND);
        button.setMaxWidth(FIND);
        return button;
    }

    private Node windows(LiveMesh mesh) {
        var menu = new MenuButton("", new IconView(Icon.CLOCK));
        menu.setId("window");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setTooltip(new Tooltip("How far back rates look"));
        var group = new ToggleGroup();
        for (Duration window : WINDOWS) {
            var item = new RadioMenuItem("Last " + TimeSpan.words(window));
            item.setId("window-" + window.toSeconds());
            item.setToggleGroup(group);
            item.setOnAction(_ -> mesh.ask(question -> question.withWindow(window)));
            keep(
                    mesh.questionProperty()
                            .subscribe(question ->
                                    item.setSelected(question.window().equals(window))));
            menu.getItems().add(item);
        }
        keep(
                mesh.questionProperty()
                        .subscribe(question ->
                                menu.setText("Last " + TimeSpan.words(question.window()))));
        return menu;
    }

    private Node paces(LiveMesh mesh) {
        var menu = new MenuButton();
        menu.setId("pace");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setTooltip(new Tooltip("How often the picture is refreshed"));
        var group = new ToggleGroup();
        for (Duration pace : PACES) {
            var item = new RadioMenuItem("Every " + TimeSpan.words(pace));
            item.setId("pace-" + pace.toSeconds());
            item.setToggleGroup(group);
            item.setOnAction(_ -> mesh.refreshEvery(pace));
            keep(
                    mesh.paceProperty()
                            .subscribe(current -> item.setSelected(current.every().equals(pace))));
            menu.getItems().add(item);
        }
        keep(
                mesh.paceProperty()
                        .subscribe(pace -> menu.setText("Every " + TimeSpan.words(pace.every()))));
        return menu;
    }

    private Node hold(LiveMesh mesh, Commands commands) {
        var pause = new ToggleButton();
        pause.setId("pause");
        pause.getStyleClass().add("button-icon");
        pause.setOnAction(_ -> commands.run("pause"));
        var tooltip = new Tooltip();
        pause.setTooltip(tooltip);
        keep(mesh.paceProperty().subscribe(pace -> showHeld(pause, tooltip, pace)));
        var now = new Button("", new IconView(Icon.REFRESH));
        now.setId("refresh-now");
        now.getStyleClass().add("button-icon");
        now.setAccessibleText("Refresh now");
        now.setTooltip(new Tooltip("Refresh now (Ctrl+R)"));
        now.setOnAction(_ -> commands.run("refresh"));
        var segments = new HBox(pause, now);
        segments.getStyleClass().add("wr-segments");
        return segments;
    }

    private static void showHeld(ToggleButton pause, Tooltip tooltip, Pace pace) {
        var words = pace.paused() ? "Resume" : "Pause";
        pause.setGraphic(new IconView(pace.paused() ? Icon.PLAY : Icon.PAUSE));
        pause.setAccessibleText(words);
        pause.setSelected(pace.paused());
        tooltip.setText(words + " (Space)");
    }

    private void keep(Subscription subscription) {
        ends.add(subscription::unsubscribe);
    }
}
