package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.shell.window.ShellViewModel.Overlay;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Whatever lies over the window has the keys for itself, and gives them back.
@ExtendWith(ApplicationExtension.class)
final class OverlayFocusTest {
    private final QuickRobot robot = new QuickRobot();

    /// More than any overlay has controls.
    private static final int STEPS = 12;

    private final FakeOpener opener = new FakeOpener();

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Shell shell;

    @Start
    void start(Stage stage) {
        shell = new Shell(DemoSetup.of(opener, Duration.ofSeconds(2)));
        shell.show(stage);
        shell.open(Connection.Sandbox.DEFAULT);
        opener.newest().answer().complete(Result.ok(new DemoSession()));
        shell.model().go("proxies"); // where nothing moves, so that keys are answered at once
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void tabStaysInsideAndTheFocusReturns(Overlay overlay) {
        robot.interact(() -> robot.lookup("#find").query().requestFocus());
        robot.push(KeyCode.TAB);
        var before = focus();
        robot.interact(() -> open(overlay));

        var forth = walk(KeyCode.TAB);
        var back = walk(KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.ESCAPE);

        assertThat(forth).allMatch(Step::inside).allMatch(Step::seen);
        assertThat(forth).containsAll(back);
        assertThat(focus()).isSameAs(before);
        assertThat(before.isFocusVisible()).isTrue();
    }

    @Test
    void noKeyReachesWhatLiesBeneath() {
        robot.interact(() -> open(Overlay.KEYS));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        var still = shell.model().overlayProperty().get();
        robot.push(KeyCode.F1);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        assertThat(still).isEqualTo(Overlay.KEYS);
        assertThat(shell.model().live()).isPresent();
        assertThat(shell.model().screenProperty().get()).isEqualTo("config");
    }

    /// One press of the Tab key.
    ///
    /// @param seen whether the node shows that it has the focus; a field shows it by its caret
    private record Step(Node node, boolean inside, boolean seen) {
        static Step at(Node focus) {
            boolean inside = false;
            for (Node each = focus; each != null; each = each.getParent()) {
                inside |= "overlay".equals(each.getId());
            }
            boolean seen = focus.isFocusVisible() || focus instanceof TextInputControl;
            return new Step(focus, inside, seen);
        }
    }

    private List<Step> walk(KeyCode... keys) {
        var walked = new ArrayList<Step>();
        robot.push(STEPS, () -> walked.add(Step.at(focus())), keys);
        return walked;
    }

    private void open(Overlay overlay) {
        if (overlay == Overlay.CRASH) {
            shell.crashed("no place", "a report", Optional.of(Path.of("crash.txt")));
        } else {
            shell.model().open(overlay);
        }
    }

    private Node focus() {
        return Objects.requireNonNull(shell.scene().getFocusOwner(), "nobody has the focus");
    }
}
