package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.Freshness;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;

/// What is connected and how fresh it is; its menu leads elsewhere.
final class ConnectionChip extends MenuButton {
    private static final double DOT = 4;
    private static final double SIGN = 14;
    private static final List<String> ITEMS =
            List.of("connect.sandbox", "connect.folder", "disconnect");

    private final Subscription subscription;

    ConnectionChip(LiveMesh mesh, Commands commands) {
        setId("connection");
        getStyleClass().add("wr-connection");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("The connection; open another or disconnect"));
        setOnShowing(_ ->
                getItems()
                        .setAll(
                                ITEMS.stream()
                                        .flatMap(id -> commands.find(id).stream())
                                        .map(command -> item(commands, command))
                                        .toList()));
        getItems().add(new MenuItem());
        var name = mesh.session().connection().name();
        subscription = mesh.freshnessProperty().subscribe(freshness -> show(name, freshness));
    }

    void end() {
        subscription.unsubscribe();
    }

    private void show(String name, Freshness freshness) {
        boolean stale = freshness.state() == Freshness.State.STALE;
        boolean doubtful = stale || freshness.state() == Freshness.State.PARTIAL;
        var title = new Label(name);
        title.getStyleClass().addAll("wr-small", "wr-strong");
        title.setMinWidth(USE_PREF_SIZE);
        var words = new Label(freshness.words());
        words.setId("freshness");
        words.getStyleClass().addAll("wr-small", doubtful ? "wr-degraded-text" : "wr-text-2");
        words.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(mark(freshness.state()), title, words);
        row.getStyleClass().add("wr-gap-2");
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("stale"), stale);
        setAccessibleText("Connection " + name + ", " + freshness.words());
    }

    private static Node mark(Freshness.State state) {
        return switch (state) {
            case STALE, PARTIAL -> new Sign(Tone.DEGRADED, SIGN);
            case PAUSED -> new IconView(Icon.PAUSE, SIGN);
            case FILES -> new IconView(Icon.FOLDER, SIGN);
            case LIVE, READING -> {
                var dot = new Circle(DOT);
                dot.getStyleClass()
                        .addAll(
                                "wr-dot",
                                state == Freshness.State.LIVE ? "wr-healthy" : "wr-accent");
                yield dot;
            }
        };
    }

    private static MenuItem item(Commands commands, Command command) {
        var item = new MenuItem(command.title(), new IconView(command.icon(), SIGN));
        item.setId("menu-" + command.id());
        item.setOnAction(_ -> commands.run(command));
        return item;
    }
}
