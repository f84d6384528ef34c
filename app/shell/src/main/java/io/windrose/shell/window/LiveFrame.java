package io.windrose.shell.window;

import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Screen;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Navigation, top bar, screen and status bar of one connection.
final class LiveFrame extends BorderPane {
    /// Pixels of the window below which words make room for icons.
    private static final double ROOMY = 1240;

    private final ShellViewModel model;
    private final LiveMesh mesh;
    private final Commands commands;
    private final List<Screen> screens;
    private final ShellWindow.Live live;
    private final ScreenHost host;
    private final LoadingBar loading;
    private final StatusBar status;
    private final Subscription width;
    private NavigationBar navigation;
    private TopBar top;
    private boolean narrow;

    LiveFrame(
            ShellViewModel model,
            LiveMesh mesh,
            Commands commands,
            ShellWindow.Live live,
            boolean still) {
        this.model = model;
        this.mesh = mesh;
        this.commands = commands;
        this.screens = live.screens();
        this.live = live;
        host = new ScreenHost(model, screens, commands);
        loading = new LoadingBar(mesh, still);
        status = new StatusBar(mesh);
        navigation = new NavigationBar(model, commands, screens, narrow);
        top = new TopBar(mesh, commands, narrow);
        arrange();
        width = widthProperty().subscribe(next -> adapt(next.doubleValue()));
    }

    void end() {
        width.unsubscribe();
        navigation.end();
        top.end();
        loading.end();
        status.end();
        host.end();
        live.end().run();
    }

    private void adapt(double pixels) {
        boolean next = pixels > 0 && pixels < ROOMY;
        if (next != narrow) {
            narrow = next;
            navigation.end();
            top.end();
            navigation = new NavigationBar(model, commands, screens, narrow);
            top = new TopBar(mesh, commands, narrow);
            arrange();
        }
    }

    /// The order of the children is the order of the Tab key: top bar, content, status bar; the
    /// navigation has keys of its own and comes last.
    private void arrange() {
        var content = new StackPane(host, live.layer(), loading);
        content.setMinSize(0, 0);
        StackPane.setAlignment(loading, Pos.TOP_LEFT);
        var middle = new BorderPane();
        middle.setTop(top);
        middle.setCenter(content);
        middle.setBottom(status);
        middle.setMinSize(0, 0);
        getChildren().clear();
        setCenter(new VBox());
        setCenter(middle);
        setLeft(navigation);
    }
}
