package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Command.Group;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.welcome.Card;
import io.windrose.shell.welcome.WelcomeViewModel;
import io.windrose.shell.window.Phase;
import io.windrose.shell.window.ShellViewModel;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the window itself can do, whatever screen is shown.
final class ShellCommands {
    private ShellCommands() {}

    /// @param openFolder asks the person for a folder and connects to it
    /// @param quit closes the window, unless the person would rather keep a draft
    static List<Command> of(
            ShellViewModel model, Runnable openFolder, Consumer<Theme> useTheme, Runnable quit) {
        return List.of(
                Command.of(
                        "palette",
                        "Find anything",
                        Group.WINDOW,
                        Icon.SEARCH,
                        "Ctrl+K",
                        () -> model.open(ShellViewModel.Overlay.PALETTE)),
                Command.of(
                        "settings",
                        "Settings",
                        Group.WINDOW,
                        Icon.SETTINGS,
                        "Ctrl+,",
                        () -> model.open(ShellViewModel.Overlay.SETTINGS)),
                Command.of(
                        "keys",
                        "Keys",
                        Group.WINDOW,
                        Icon.KEYBOARD,
                        "F1",
                        () -> model.open(ShellViewModel.Overlay.KEYS)),
                Command.of(
                        "theme",
                        "Switch between dark and light",
                        Group.WINDOW,
                        Icon.SUN,
                        "Ctrl+Shift+L",
                        () -> useTheme.accept(other(model.themeProperty().get()))),
                Command.of(
                        "about",
                        "About Windrose",
                        Group.WINDOW,
                        Icon.INFO,
                        "Shift+F1",
                        () -> model.open(ShellViewModel.Overlay.ABOUT)),
                Command.of(
                        "connect.sandbox",
                        "Start the sandbox",
                        Group.DO,
                        Icon.PLAY_CIRCLE,
                        "Ctrl+Shift+B",
                        () -> model.connect(Connection.Sandbox.DEFAULT)),
                Command.of(
                        "connect.folder",
                        "Open a folder…",
                        Group.DO,
                        Icon.FOLDER,
                        "Ctrl+O",
                        openFolder),
                Command.of(
                                "disconnect",
                                "Disconnect",
                                Group.DO,
                                Icon.POWER,
                                "Ctrl+Shift+D",
                                model::disconnect)
                        .unless(() ->
                                model.live().isPresent()
                                        ? Optional.empty()
                                        : Optional.of("Nothing is connected")),
                Command.of("quit", "Quit Windrose", Group.WINDOW, Icon.POWER, "Ctrl+Q", quit),
                Command.of(
                        "leave",
                        "Close what lies on top",
                        Group.WINDOW,
                        Icon.CLOSE,
                        "Esc",
                        () -> leave(model)));
    }

    /// The keys of the welcome screen's cards.
    static List<Command> ofWelcome(WelcomeViewModel welcome) {
        return Arrays.stream(Card.values())
                .map(card ->
                        Command.of(
                                "welcome." + card.key(),
                                card.title(),
                                Group.GO,
                                card.icon(),
                                card.key(),
                                () -> welcome.choose(card)))
                .toList();
    }

    /// What the top bar does, for as long as a mesh is live.
    static List<Command> ofLive(LiveMesh mesh) {
        return List.of(
                Command.of(
                        "pause",
                        "Pause or resume refreshes",
                        Group.VIEW,
                        Icon.PAUSE,
                        "Space",
                        () -> {
                            if (mesh.paceProperty().get().paused()) {
                                mesh.resume();
                            } else {
                                mesh.pause();
                            }
                        }),
                Command.of(
                        "refresh",
                        "Refresh now",
                        Group.VIEW,
                        Icon.REFRESH,
                        "Ctrl+R",
                        mesh::refreshNow));
    }

    static Theme other(Theme theme) {
        return switch (theme) {
            case DARK -> Theme.LIGHT;
            case LIGHT -> Theme.DARK;
        };
    }

    /// One level out: what lies over the window, then what is still connecting, then what it said
    /// in passing.
    private static void leave(ShellViewModel model) {
        if (model.overlayProperty().get() != ShellViewModel.Overlay.NONE) {
            model.closeOverlay();
        } else if (model.phaseProperty().get() instanceof Phase.Connecting) {
            model.disconnect();
        } else {
            model.dismiss();
        }
    }
}
