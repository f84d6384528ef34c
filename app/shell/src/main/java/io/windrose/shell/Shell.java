package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.shell.about.AboutView;
import io.windrose.shell.about.CrashView;
import io.windrose.shell.about.KeysView;
import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.EmptyState;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.frame.Screen;
import io.windrose.shell.palette.PaletteView;
import io.windrose.shell.palette.PaletteViewModel;
import io.windrose.shell.theme.Fonts;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Look;
import io.windrose.shell.window.KeyRouter;
import io.windrose.shell.window.Phase;
import io.windrose.shell.window.ShellViewModel;
import io.windrose.shell.window.ShellWindow;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Connection;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The whole window and its wiring; made and used on the JavaFX thread.
public final class Shell {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 640;
    private static final Duration TICK = Duration.seconds(1);
    private static final String SCOPE = "window";
    private static final String LIVE_SCOPE = "live";

    private final ShellSetup setup;
    private final OpenSessions sessions;
    private final ShellViewModel model;
    private final Commands commands;
    private final ShellWindow window;
    private final Scene scene;
    private final Timeline ticking;
    private Optional<CrashView.Crash> crash = Optional.empty();

    public Shell(ShellSetup setup) {
        Fonts.load();
        this.setup = setup;
        sessions = new OpenSessions(setup.opener());
        model = new ShellViewModel(sessions, sessions::endAside, setup.fx(), setup.clock());
        commands =
                new Commands((command, reason) -> model.say(Notice.hint(command.title(), reason)));
        commands.put(SCOPE, ShellCommands.of(model, this::openFolder, model::use));
        window =
                new ShellWindow(
                        model,
                        commands,
                        new ShellWindow.Parts(
                                this::welcome, this::screens, this::overlay, () -> false));
        scene = new Scene(window, WIDTH, HEIGHT);
        new KeyRouter(commands).listenTo(scene);
        model.themeProperty().subscribe(theme -> Look.apply(scene, theme));
        model.phaseProperty().subscribe(this::onPhase);
        ticking = new Timeline(new KeyFrame(TICK, _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
    }

    /// For a stage of ours or for a picture without one.
    public Scene scene() {
        return scene;
    }

    public void show(Stage stage) {
        stage.setTitle("Windrose");
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.show();
    }

    /// Phase, screen, theme and all that the window does by itself.
    public ShellViewModel model() {
        return model;
    }

    public void open(Connection connection) {
        model.connect(connection);
    }

    public void use(Theme theme) {
        model.use(theme);
    }

    /// Says that the program met a bug of its own.
    ///
    /// @param headline what failed, one sentence
    /// @param file where the report lies; empty when it could not be written
    public void crashed(String headline, String report, Optional<Path> file) {
        crash = Optional.of(new CrashView.Crash(headline, report, file));
        model.open(ShellViewModel.Overlay.CRASH);
    }

    /// Ends everything that was connected; blocks, and may be called from any thread but JavaFX's.
    public void close() {
        sessions.endAll();
    }

    private void onPhase(Phase phase) {
        commands.put(
                LIVE_SCOPE,
                phase instanceof Phase.Live(var mesh)
                        ? ShellCommands.ofLive(model, mesh)
                        : List.of());
    }

    private Node welcome() {
        var start = new Button("Start the sandbox", new IconView(Icon.PLAY));
        start.setId("start-sandbox");
        start.getStyleClass().add("accent");
        start.setTooltip(new Tooltip("A whole mesh on this computer (Ctrl+Shift+S)"));
        start.setOnAction(_ -> model.connect(Connection.Sandbox.DEFAULT));
        return new EmptyState(
                Icon.LOGO,
                "Where is your mesh?",
                "Look at it, change it and try it, on this computer or in a cluster.",
                start);
    }

    private List<Screen> screens(LiveMesh mesh) {
        return List.of();
    }

    private Node overlay(ShellViewModel.Overlay kind) {
        return switch (kind) {
            case NONE -> throw new IllegalStateException("nothing lies over the window");
            case PALETTE -> new PaletteView(new PaletteViewModel(List::of, model::closeOverlay));
            case KEYS -> new KeysView(commands.all(), model::closeOverlay);
            case ABOUT -> new AboutView(setup.facts(), model::closeOverlay);
            case CRASH -> new CrashView(crash.orElseThrow(), model::closeOverlay);
        };
    }

    private void openFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of YAML");
        File chosen = chooser.showDialog(scene.getWindow());
        if (chosen != null) {
            model.connect(new Connection.Folder(chosen.toPath()));
        }
    }
}
