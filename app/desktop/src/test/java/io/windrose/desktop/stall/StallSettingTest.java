package io.windrose.desktop.stall;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.shell.Shell;
import io.windrose.shell.ShellSetup;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.preferences.Preferences;
import io.windrose.workspace.session.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The setting, ticked and cleared in the real window.
@ExtendWith(ApplicationExtension.class)
final class StallSettingTest {
    private final QuickRobot robot = new QuickRobot();

    private static final long PATIENCE = 30;
    private static final long BLOCKED_MILLIS = 400;

    @TempDir private Path state;

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Shell shell;

    @SuppressWarnings("NullAway.Init") // as above
    private KeptPreferences preferences;

    @Start
    void start(Stage stage) {
        preferences = KeptPreferences.open(state, StallSettingTest::onFault);
        var facts = new ProgramFacts("1.2", state, "");
        var fx =
                new Owner(
                        Platform::runLater,
                        Platform::isFxApplicationThread,
                        StallSettingTest::onFault);
        var workspace = new Workspace(state, InstantSource.system(), StallSettingTest::onFault);
        shell = new Shell(ShellSetup.ofThisComputer(workspace, preferences, fx, facts));
        shell.show(stage);
        var _ =
                StallWatch.follow(
                        shell.preferences().map(Preferences::stallDetector),
                        Platform::runLater,
                        new StallReports(facts.stalls(), InstantSource.system()));
    }

    @AfterEach
    void end() {
        preferences.close();
    }

    @Test
    void theSettingActsAtOnceAndSaysWhereItsReportsGo() throws IOException, TimeoutException {
        var reports = state.resolve("stalls.txt");
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        var words =
                robot.lookup("#settings .label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .filter(text -> text.contains(reports.toString()))
                        .toList();

        tick();
        await(StallSettingTest::isWatched);
        // A frame of a busy machine may stall just before, and is what the report then names.
        await(() -> {
            robot.interact(StallSettingTest::standStill);
            return Files.exists(reports) && Files.readString(reports).contains("standStill");
        });
        tick();
        await(() -> !isWatched());

        assertThat(words).hasSize(1);
        assertThat(Files.readString(reports)).containsPattern("(?m)^20\\S+Z \\d{3,} ms in$");
    }

    private void tick() {
        robot.interact(
                () -> robot.lookup("#stall-detector").queryAs(CheckBox.class).requestFocus());
        robot.push(KeyCode.SPACE);
    }

    private static boolean isWatched() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("stall-detector"));
    }

    private static void standStill() {
        try {
            var _ = new CountDownLatch(1).await(BLOCKED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Callable<Boolean> state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, state);
    }

    private static void onFault(Throwable fault) {
        throw new IllegalStateException(fault);
    }
}
