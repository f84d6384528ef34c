package io.windrose.shell;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.window.LeaveView;
import io.windrose.shell.window.ShellViewModel.Overlay;
import io.windrose.shell.window.Unsaved;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Writes a picture of every screen and state of the window to the folder that is named, in both
/// themes and two sizes; further arguments name the pictures that are wanted.
final class ShellGallery {
    private record Size(double width, double height) {}

    private record Piece(String name, Duration age, BiConsumer<Shell, FakeOpener> act) {}

    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1100, 700));

    private static final String CRASH =
            """
            Windrose 0.1.0 met a bug of its own.
            When: 2026-11-21T14:05:00Z
            Thread: JavaFX Application Thread
            Java: 25.0.3+9, Eclipse Adoptium
            System: Linux 6.12, amd64
            Memory: 212 MiB of 1024 MiB

            java.lang.IllegalStateException: no layout for app:bookinfo/reviews
            \tat io.windrose.canvas.TopologyViewModel.show(TopologyViewModel.java:118)
            \tat io.windrose.shell.topology.TopologyScreenViewModel.refresh(TopologyScreenViewModel.java:282)
            """;

    private ShellGallery() {}

    public static void main(String[] arguments) throws InterruptedException {
        var target = Path.of(arguments[0]);
        var wanted = List.of(arguments).subList(1, arguments.length);
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            for (Piece piece : pieces()) {
                if (wanted.isEmpty() || wanted.contains(piece.name())) {
                    for (Theme theme : Theme.values()) {
                        SIZES.forEach(size -> draw(piece, theme, size, target));
                    }
                }
            }
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    private static List<Piece> pieces() {
        var fresh = Duration.ofSeconds(2);
        return List.of(
                new Piece("welcome", fresh, (_, _) -> {}),
                new Piece(
                        "connecting",
                        fresh,
                        (shell, opener) -> {
                            shell.open(Connection.Sandbox.DEFAULT);
                            opener.newest().progress().accept("Starting 7 proxies");
                        }),
                new Piece(
                        "failed",
                        fresh,
                        (shell, opener) -> {
                            shell.open(Connection.Sandbox.DEFAULT);
                            opener.newest()
                                    .answer()
                                    .complete(
                                            Result.err(
                                                    Problem.error(
                                                            "MESH1800",
                                                            Place.NOWHERE,
                                                            "port 15010 is taken by another"
                                                                    + " program")));
                        }),
                new Piece("topology", fresh, (shell, opener) -> live(shell, opener)),
                new Piece("stale", Duration.ofSeconds(34), (shell, opener) -> live(shell, opener)),
                new Piece(
                        "read-only",
                        fresh,
                        (shell, opener) -> {
                            shell.open(Connection.Sandbox.DEFAULT);
                            opener.newest()
                                    .answer()
                                    .complete(
                                            Result.ok(
                                                    new DemoSession()
                                                            .with(
                                                                    new Access.MayRead(
                                                                            "the folder is not"
                                                                                    + " writable"))));
                            shell.model()
                                    .say(
                                            Notice.hint(
                                                    "You may not apply here",
                                                    "the folder is not writable"));
                        }),
                screen("config"),
                screen("canary"),
                screen("proxies"),
                overlay("settings", Overlay.SETTINGS),
                overlay("palette", Overlay.PALETTE),
                overlay("keys", Overlay.KEYS),
                overlay("about", Overlay.ABOUT),
                new Piece("leave", fresh, ShellGallery::leave),
                new Piece(
                        "crash",
                        fresh,
                        (shell, opener) -> {
                            live(shell, opener);
                            shell.crashed(
                                    "java.lang.IllegalStateException: no layout for"
                                            + " app:bookinfo/reviews",
                                    CRASH,
                                    Optional.of(
                                            Path.of(
                                                    "/home/ann/.local/state/windrose/crashes/"
                                                            + "crash-2026-11-21T14-05-00Z-1.txt")));
                        }));
    }

    private static Piece screen(String id) {
        return new Piece(
                id,
                Duration.ofSeconds(2),
                (shell, opener) -> {
                    live(shell, opener);
                    shell.model().go(id);
                });
    }

    private static Piece overlay(String name, Overlay kind) {
        return new Piece(
                name,
                Duration.ofSeconds(2),
                (shell, opener) -> {
                    live(shell, opener);
                    shell.model().open(kind);
                    if (shell.scene().lookup("#palette-field") instanceof TextField field) {
                        field.setText("rev");
                    }
                });
    }

    /// The question alone: drafts of its own a window has only some frames later.
    private static void leave(Shell shell, FakeOpener opener) {
        live(shell, opener);
        var lost =
                new Unsaved(
                        List.of("gateway.yaml", "payments/payment-service.yaml"),
                        List.of("reviews in bookinfo"));
        if (shell.scene().getRoot() instanceof Pane root) {
            root.getChildren().add(new StackPane(new LeaveView(lost, () -> {}, () -> {})));
        }
    }

    private static void live(Shell shell, FakeOpener opener) {
        shell.open(Connection.Sandbox.DEFAULT);
        opener.newest().answer().complete(Result.ok(new DemoSession()));
    }

    private static void draw(Piece piece, Theme theme, Size size, Path target) {
        var opener = new FakeOpener();
        var shell = new Shell(DemoSetup.of(opener, piece.age()));
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.setWidth(size.width());
        stage.setHeight(size.height());
        stage.show();
        shell.use(theme);
        piece.act().accept(shell, opener);
        shell.scene().getRoot().applyCss();
        shell.scene().getRoot().layout();
        var name =
                String.join(
                        "-",
                        piece.name(),
                        theme.name().toLowerCase(Locale.ROOT),
                        Integer.toString((int) size.width()));
        Pictures.write(shell.scene().snapshot(null), target.resolve(name + ".png"));
        stage.hide();
    }
}
