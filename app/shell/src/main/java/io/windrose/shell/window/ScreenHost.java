package io.windrose.shell.window;

import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Shows the chosen screen, each built when it is chosen first and kept until the end.
final class ScreenHost extends StackPane {
    private static final String SCOPE = "screen";

    private final List<Screen> screens;
    private final Commands commands;
    private final Map<String, Screen.View> built = new HashMap<>();
    private final Subscription subscription;

    ScreenHost(ShellViewModel model, List<Screen> screens, Commands commands) {
        this.screens = screens;
        this.commands = commands;
        setId("content");
        getStyleClass().add("wr-canvas");
        setMinSize(0, 0);
        subscription = model.screenProperty().subscribe(this::show);
    }

    void end() {
        subscription.unsubscribe();
        commands.put(SCOPE, List.of());
        getChildren().clear();
        built.values().forEach(view -> view.end().run());
        built.clear();
    }

    private void show(String id) {
        screens.stream()
                .filter(screen -> screen.id().equals(id))
                .findFirst()
                .ifPresent(screen -> {
                    var view = built.computeIfAbsent(id, _ -> screen.view().get());
                    commands.put(SCOPE, view.commands());
                    getChildren().setAll(view.node());
                });
    }
}
