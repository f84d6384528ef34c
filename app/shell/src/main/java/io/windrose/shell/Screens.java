package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Screen;
import io.windrose.shell.proxies.ProxiesView;
import io.windrose.shell.window.NavigationBar;
import io.windrose.shell.window.ShellViewModel;
import io.windrose.workspace.story.Found;
import java.time.ZoneId;
import java.util.List;

/// The screens of one connection and the doors between them; on the JavaFX thread.
final class Screens {
    private final ShellViewModel model;
    private final LiveMesh mesh;
    private final ZoneId zone;
    private final List<Screen> all;

    Screens(ShellViewModel model, LiveMesh mesh, ZoneId zone) {
        this.model = model;
        this.mesh = mesh;
        this.zone = zone;
        all = List.of(proxies());
    }

    /// In the order of the navigation.
    List<Screen> all() {
        return all;
    }

    /// `Ctrl+1` and so on.
    List<Command> commands() {
        return all.stream()
                .map(screen ->
                        Command.of(
                                "go." + screen.id(),
                                screen.title(),
                                Command.Group.GO,
                                screen.icon(),
                                NavigationBar.keys(all, screen),
                                () -> model.go(screen.id())))
                .toList();
    }

    /// Shows what was found on the screen where it belongs.
    void open(Found.Target target) {
        switch (target) {
            case Found.Target.Shown(var subject) -> model.go("topology");
            case Found.Target.Written(var id, _) -> model.go("config");
        }
    }

    private Screen proxies() {
        return Screen.of(
                "proxies",
                "Proxies",
                Icon.PROXY,
                Screen.Section.OBSERVE,
                () -> {
                    var view = new ProxiesView(mesh, zone);
                    return new Screen.View(view, List.of(), view::end);
                });
    }
}
