package io.windrose.shell;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Problem;
import io.windrose.shell.about.AboutView;
import io.windrose.shell.about.CrashView;
import io.windrose.shell.about.KeysView;
import io.windrose.shell.canary.UsualRails;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.Freshness;
import io.windrose.shell.frame.KeyHelp;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.frame.Pace;
import io.windrose.shell.palette.PaletteView;
import io.windrose.shell.palette.PaletteViewModel;
import io.windrose.shell.palette.Target;
import io.windrose.shell.settings.SettingsView;
import io.windrose.shell.settings.SettingsViewModel;
import io.windrose.shell.theme.Fonts;
import io.windrose.shell.theme.Look;
import io.windrose.shell.theme.Tone;
import io.windrose.shell.welcome.WelcomeView;
import io.windrose.shell.welcome.WelcomeViewModel;
import io.windrose.shell.window.KeyRouter;
import io.windrose.shell.window.LeaveView;
import io.windrose.shell.window.Phase;
import io.windrose.shell.window.ShellViewModel;
import io.windrose.shell.window.ShellWindow;
import io.windrose.shell.window.Unsaved;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.preferences.Preferences;
import io.windrose.workspace.preferences.ThemeChoice;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.story.Subject;
import io.windrose.workspace.welcome.RecentSummary;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

/// The whole window and its wiring; made and used on the JavaFX thread.
public final class Shell {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 640;
    private static final Duration TICK = Duration.seconds(1);
    private static final String SCOPE = "window";
    private static final String LIVE_SCOPE = "live";
    private static final String WELCOME_SCOPE = "welcome";

    private final ShellSetup setup;
    private final SettingsViewModel settings;
    private final OpenSessions sessions;
    private final ShellViewModel model;
    private final Commands commands;
    private final ShellWindow window;
    private final Scene scene;
    private final Timeline ticking;
    private Optional<CrashView.Crash> crash = Optional.empty();
    private Optional<Screens> screens = Optional.empty();
    private Subscription remembering = Subscription.EMPTY;

    public Shell(ShellSetup setup) {
        Fonts.load();
        this.setup = setup;
        settings = new SettingsViewModel(setup.preferences(), setup.fx());
        sessions = new OpenSessions(setup.opener());
        model =
                new ShellViewModel(
                        sessions, sessions::endAside, this::unsaved, setup.fx(), setup.clock());
        commands =
                new Commands((command, reason) -> model.say(Notice.hint(command.title(), reason)));
        commands.put(SCOPE, ShellCommands.of(model, this::openFolder, this::use, this::quit));
        window =
                new ShellWindow(
                        model,
                        commands,
                        new ShellWindow.Parts(
                                this::welcome,
                                this::live,
                                this::overlay,
                                model.stillProperty()::get));
        scene = new Scene(window, WIDTH, HEIGHT);
        new KeyRouter(commands, this::isReachable).listenTo(scene);
        model.themeProperty().subscribe(theme -> Look.apply(scene, theme));
        model.phaseProperty().subscribe(this::onPhase);
        apply(preferences().get());
        usePace(preferences().get());
        settings.valuesProperty().subscribe(this::onPreferences);
        onSettingsProblems(setup.preferences().problems().get()); // the next write ends them
        var _ = setup.preferences().problems().subscribe(setup.fx(), this::onSettingsProblems);
        var desktop = Platform.getPreferences();
        desktop.colorSchemeProperty().subscribe((_, _) -> apply(preferences().get()));
        desktop.reducedMotionProperty().subscribe((_, _) -> apply(preferences().get()));
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
        stage.setOnCloseRequest(request -> {
            request.consume();
            quit();
        });
        WindowPlace.keep(stage, setup.preferences());
        stage.show();
    }

    /// Phase, screen, theme and all that the window does by itself.
    public ShellViewModel model() {
        return model;
    }

    public void open(Connection connection) {
        model.connect(connection);
    }

    /// From now on, and at the next start.
    public void use(Theme theme) {
        var choice =
                switch (theme) {
                    case DARK -> ThemeChoice.DARK;
                    case LIGHT -> ThemeChoice.LIGHT;
                };
        settings.change(values -> values.withTheme(choice));
    }

    /// What the person chose, such as whether stalls are looked for.
    public ReadOnlyObjectProperty<Preferences> preferences() {
        return settings.valuesProperty();
    }

    /// Shows it in the graph, with the side panel; nothing while no mesh is live.
    public void select(Subject subject) {
        screens.ifPresent(each -> each.select(subject));
    }

    /// Opens the traffic shift of a VirtualService; nothing while no mesh is live.
    public void shift(ResourceId virtualService) {
        screens.ifPresent(each -> each.shift(virtualService));
    }

    /// Opens an object in the editor; nothing while no mesh is live.
    public void edit(ResourceId object) {
        screens.ifPresent(each -> each.edit(object));
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

    private Unsaved unsaved() {
        return screens.map(Screens::unsaved).orElse(Unsaved.NONE);
    }

    private void quit() {
        model.quit(() -> scene.getWindow().hide());
    }

    private void onPhase(Phase phase) {
        if (phase instanceof Phase.Live(var mesh)) {
            commands.put(WELCOME_SCOPE, List.of());
            remember(mesh);
        } else {
            remembering.unsubscribe();
            commands.put(LIVE_SCOPE, List.of());
            screens = Optional.empty();
        }
    }

    private void remember(LiveMesh mesh) {
        var connection = mesh.session().connection();
        var now = setup.clock().instant();
        settings.change(values -> values.remember(connection, now, ""));
        remembering.unsubscribe();
        remembering =
                Subscription.combine(
                        mesh.pictureProperty().subscribe(_ -> describe(mesh)),
                        mesh.meshProperty().subscribe((_, _) -> describe(mesh)),
                        mesh.questionProperty().subscribe((_, next) -> keep(mesh, next)));
    }

    /// Files are drawn in a way of their own, which is no habit.
    private void keep(LiveMesh mesh, GraphQuestion question) {
        if (isMeasured(mesh)) {
            settings.change(values -> values.withQuestion(question));
        }
    }

    private static boolean isMeasured(LiveMesh mesh) {
        return mesh.freshnessProperty().get().state() != Freshness.State.FILES;
    }

    /// Kept with every change, so that it is there however the program ends.
    private void describe(LiveMesh mesh) {
        var connection = mesh.session().connection();
        var summary =
                RecentSummary.of(
                        connection, mesh.pictureProperty().get(), mesh.meshProperty().get());
        if (!summary.isEmpty()) {
            settings.change(values -> values.describe(connection, summary));
        }
    }

    /// A pace counts when it is chosen; whoever has paused stays paused when anything else changes.
    private void onPreferences(Preferences before, Preferences now) {
        apply(now);
        if (!now.pace().equals(before.pace())) {
            usePace(now);
        }
    }

    private void apply(Preferences values) {
        model.use(theme(values.theme()));
        model.keepStill(values.reducedMotion() || Platform.getPreferences().isReducedMotion());
    }

    /// The program goes on with what it has.
    private void onSettingsProblems(List<Problem> problems) {
        problems.stream()
                .findFirst()
                .map(one ->
                        new Notice(
                                Tone.DEGRADED,
                                one.isError() ? "Settings are not kept" : "Settings begin anew",
                                one.message(),
                                Optional.empty()))
                .ifPresent(model::say);
    }

    private void usePace(Preferences values) {
        values.pace().ifPresent(pace -> model.use(new Pace(pace, false)));
    }

    /// Under what lies over the window no key does anything.
    private boolean isReachable(Command command) {
        return model.overlayProperty().get() == ShellViewModel.Overlay.NONE
                || command.group() == Command.Group.WINDOW;
    }

    private static Theme theme(ThemeChoice choice) {
        return switch (choice) {
            case DARK -> Theme.DARK;
            case LIGHT -> Theme.LIGHT;
            case SYSTEM ->
                    Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                            ? Theme.DARK
                            : Theme.LIGHT;
        };
    }

    private Node welcome() {
        var welcome = new WelcomeViewModel(model, setup.welcome(), setup.fx(), setup.aside());
        commands.put(WELCOME_SCOPE, ShellCommands.ofWelcome(welcome));
        return new WelcomeView(
                welcome,
                new WelcomeView.Doors(
                        this::openFolder,
                        () -> commands.run("theme"),
                        model.themeProperty(),
                        () -> commands.run("about"),
                        setup.facts().version()));
    }

    private ShellWindow.Live live(LiveMesh mesh) {
        if (isMeasured(mesh)) {
            mesh.ask(_ -> preferences().get().question()); // as the mesh before was looked at
        }
        var next =
                new Screens(
                        setup,
                        model,
                        mesh,
                        new UsualRails(
                                () -> preferences().get().rails(),
                                rails -> settings.change(values -> values.withRails(rails))));
        screens = Optional.of(next);
        next.offer(each -> {
            var live = new ArrayList<>(each);
            live.addAll(ShellCommands.ofLive(mesh));
            commands.put(LIVE_SCOPE, live);
        });
        return new ShellWindow.Live(next.all(), next.layer(), next::end);
    }

    /// What can be done at this moment.
    Commands commands() {
        return commands;
    }

    /// What the palette finds at this moment.
    List<Target> targets() {
        return PaletteTargets.of(
                commands, model.live(), target -> screens.ifPresent(each -> each.open(target)));
    }

    private List<KeyHelp> keyHelps() {
        return KeyHelps.of(commands.all(), commands.keys());
    }

    private Node overlay(ShellViewModel.Overlay kind) {
        return switch (kind) {
            case NONE -> throw new IllegalStateException("nothing lies over the window");
            case PALETTE ->
                    new PaletteView(new PaletteViewModel(this::targets, model::closeOverlay));
            case KEYS -> new KeysView(commands.all(), keyHelps(), model::closeOverlay);
            case SETTINGS ->
                    new SettingsView(settings, setup.facts().stalls(), model::closeOverlay);
            case ABOUT -> new AboutView(setup.facts(), model::closeOverlay);
            case LEAVE ->
                    new LeaveView(model.atStake(), model::discardAndLeave, model::closeOverlay);
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
