package io.windrose.journey;

import io.windrose.desktop.stall.StallDetector;
import io.windrose.kernel.Owner;
import io.windrose.shell.Shell;
import io.windrose.shell.ShellSetup;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.Workspace;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody who sits at the window and sees, points and types; nothing else of the program is
/// touched. Waits for what is to be seen, never for a time.
final class Visitor {
    private final QuickRobot hands = new QuickRobot();
    private final Shell shell;
    private final Stage stage;
    private final KeptPreferences preferences;
    private final AutoCloseable stalls;
    private final ConcurrentLinkedQueue<String> bugs;
    private final ConcurrentLinkedQueue<String> stalled;

    private Visitor(
            Shell shell,
            Stage stage,
            KeptPreferences preferences,
            AutoCloseable stalls,
            ConcurrentLinkedQueue<String> bugs,
            ConcurrentLinkedQueue<String> stalled) {
        this.shell = shell;
        this.stage = stage;
        this.preferences = preferences;
        this.stalls = stalls;
        this.bugs = bugs;
        this.stalled = stalled;
    }

    /// @param state where the program keeps what outlives it
    static Visitor at(Path state, Connection connection) throws Exception {
        FxToolkit.registerPrimaryStage();
        var bugs = new ConcurrentLinkedQueue<String>();
        var stalled = new ConcurrentLinkedQueue<String>();
        var fx =
                new Owner(
                        Platform::runLater,
                        Platform::isFxApplicationThread,
                        fault -> bugs.add(fault.toString()));
        var preferences = KeptPreferences.open(state, fault -> bugs.add(fault.toString()));
        // Where the processor paints, dots that run along edges take half of it from the mesh.
        preferences.change(values -> values.withReducedMotion(true));
        var setup =
                ShellSetup.ofThisComputer(
                        new Workspace(
                                state, InstantSource.system(), fault -> bugs.add(fault.toString())),
                        preferences,
                        fx,
                        new ProgramFacts("test", state, ""));
        var visitor =
                WaitForAsyncUtils.waitForAsyncFx(
                        30_000,
                        () -> {
                            var shell = new Shell(setup);
                            var stage = new Stage();
                            stage.setWidth(1440);
                            stage.setHeight(900);
                            shell.show(stage);
                            shell.open(connection);
                            var stalls =
                                    StallDetector.start(
                                            Thread.currentThread(),
                                            Platform::runLater,
                                            Duration.ofMillis(250),
                                            stall -> stalled.add(stall.toString()));
                            return new Visitor(shell, stage, preferences, stalls, bugs, stalled);
                        });
        visitor.await(
                "the mesh", Duration.ofSeconds(90), () -> visitor.shell.model().live().isPresent());
        return visitor;
    }

    /// What is live behind the window.
    LiveMesh mesh() {
        return shell.model().live().orElseThrow();
    }

    List<String> bugs() {
        return new ArrayList<>(bugs);
    }

    /// Times at which the window answered nobody for a quarter of a second; a loaded machine has
    /// some of its own.
    List<String> stalls() {
        return new ArrayList<>(stalled);
    }

    boolean sees(String id) {
        return on(() -> {
            var node = stage.getScene().lookup(id);
            return node != null && isShown(node);
        });
    }

    /// Everything that is written in a part of the window, joined by blanks; empty when it is not
    /// to be seen.
    String text(String id) {
        return on(() -> {
            var node = stage.getScene().lookup(id);
            var words = new ArrayList<@Nullable String>();
            if (node != null && isShown(node)) {
                collect(node, words);
            }
            return words.stream()
                    .filter(word -> word != null && !word.isBlank())
                    .distinct()
                    .collect(Collectors.joining(" "));
        });
    }

    boolean canPress(String id) {
        return on(() -> {
            var node = stage.getScene().lookup(id);
            return node != null && isShown(node) && !node.isDisabled();
        });
    }

    void focus(String id) {
        on(() -> {
            stage.getScene().lookup(id).requestFocus();
            return true;
        });
    }

    boolean hasFocus(String id) {
        return on(() -> {
            var owner = stage.getScene().getFocusOwner();
            return owner != null && id.equals(owner.getId());
        });
    }

    /// @return whether it came true within that time
    boolean comesTrue(Duration limit, Callable<Boolean> state) {
        try {
            WaitForAsyncUtils.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS, () -> on(state));
            return true;
        } catch (TimeoutException never) {
            return false;
        }
    }

    void await(String what, Duration limit, Callable<Boolean> state) {
        if (!comesTrue(limit, state)) {
            throw new AssertionError(
                    "waited %d s for %s; bugs: %s; see %s"
                            .formatted(limit.toSeconds(), what, bugs, picture(what)));
        }
    }

    void awaitSight(String id) {
        await(id, Duration.ofSeconds(20), () -> sees(id));
    }

    void click(String id) {
        awaitSight(id);
        hands.clickOn(id);
    }

    /// Drags with the button held, so many pixels to the right.
    void drag(String id, double pixels) {
        hands.drag(stage.getScene().lookup(id), pixels);
    }

    void press(KeyCode... chord) {
        hands.push(chord);
    }

    void type(String text) {
        hands.write(text);
    }

    /// In pixels.
    double width(String id) {
        return on(() -> stage.getScene().lookup(id).getLayoutBounds().getWidth());
    }

    <N extends Node> N node(String id, Class<N> type) {
        return on(() -> type.cast(stage.getScene().lookup(id)));
    }

    <T> T on(Callable<T> look) {
        return Platform.isFxApplicationThread()
                ? now(look)
                : WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }

    /// What the window shows, as a file for whoever looks for the reason of a failure.
    private Path picture(String name) {
        var file = Path.of("target", "journey", name.replaceAll("[^a-zA-Z0-9]+", "-") + ".png");
        return on(() -> {
            var image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(copy, "png", file.toFile());
            return file.toAbsolutePath();
        });
    }

    /// What is looked at may be a file; whatever breaks there ends the test with its cause.
    private static <T> T now(Callable<T> look) {
        try {
            return look.call();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Node node, List<@Nullable String> words) {
        switch (node) {
            case Labeled labeled -> words.add(labeled.getText());
            case Text text -> words.add(text.getText());
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .forEach(child -> collect(child, words));
        }
    }

    /// Closes the window and all that it had opened.
    void leave() throws Exception {
        stalls.close();
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    stage.hide();
                    return true;
                });
        shell.close();
        preferences.close();
    }
}
