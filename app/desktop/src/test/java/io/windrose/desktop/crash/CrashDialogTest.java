package io.windrose.desktop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.shell.Shell;
import io.windrose.shell.ShellSetup;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.session.Workspace;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A bug in the real window, on the JavaFX thread, through the handler of the whole process.
@ExtendWith(ApplicationExtension.class)
final class CrashDialogTest {
    private final QuickRobot robot = new QuickRobot();

    private static final long PATIENCE = 30;

    private static final String KUBECONFIG =
            """
            users:
            - name: ann
              user:
                token: s3cr3t-token
                client-key-data: LS0tLS1CRUdJTiBQUklWQVRF
            """;

    @TempDir private Path state;

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Scene scene;

    @SuppressWarnings("NullAway.Init") // as above
    private KeptPreferences preferences;

    private Optional<UncaughtExceptionHandler> before = Optional.empty();

    @Start
    void start(Stage stage) {
        var facts = new ProgramFacts("1.2", state, "");
        preferences = KeptPreferences.open(state, CrashDialogTest::onFault);
        var fx =
                new Owner(
                        Platform::runLater,
                        Platform::isFxApplicationThread,
                        CrashDialogTest::onFault);
        var workspace = new Workspace(state, InstantSource.system(), CrashDialogTest::onFault);
        var shell = new Shell(ShellSetup.ofThisComputer(workspace, preferences, fx, facts));
        before = Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
        Thread.setDefaultUncaughtExceptionHandler(
                new CrashReports(
                        facts.crashes(),
                        InstantSource.fixed(Instant.parse("2026-11-21T14:02:00Z")),
                        facts.version(),
                        CrashReports.shownBy(shell)));
        shell.show(stage);
        scene = shell.scene();
    }

    @AfterEach
    void end() {
        Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
        preferences.close();
    }

    @Test
    void aBugIsSaidWithItsReportAndTheProgramGoesOn() throws IOException, TimeoutException {
        Platform.runLater(CrashDialogTest::fail);
        await(() -> scene.lookup("#crash") != null);

        var file = state.resolve("crashes/crash-2026-11-21T14-02-00Z-1.txt");
        assertThat(text("#crash-file")).isEqualTo(file.toString());
        assertThat(text("#crash-report")).isEqualTo(Files.readString(file));
        assertThat(Files.readString(file))
                .contains("cannot read", "CrashDialogTest.fail", "token: ***")
                .doesNotContain("s3cr3t", "LS0tLS1");
        robot.push(KeyCode.ENTER);
        await(() -> scene.lookup("#crash") == null);
        robot.push(KeyCode.F1);
        await(() -> scene.lookup("#keys") != null);
    }

    private static void fail() {
        throw new IllegalStateException("cannot read\n" + KUBECONFIG);
    }

    private String text(String id) {
        return ((TextInputControl) scene.lookup(id)).getText();
    }

    private static void await(Callable<Boolean> state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, state);
    }

    private static void onFault(Throwable fault) {
        throw new IllegalStateException(fault);
    }
}
