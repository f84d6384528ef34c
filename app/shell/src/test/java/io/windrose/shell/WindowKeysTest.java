package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The frame around the screens, by keyboard alone.
@ExtendWith(ApplicationExtension.class)
final class WindowKeysTest {
    private final QuickRobot robot = new QuickRobot();

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

    @Test
    void namespacesAreChosenLeftOutAndAllOfThemAgain() {
        var menu = robot.lookup("#namespaces").queryAs(MenuButton.class);
        var known = mesh().meshProperty().get().mesh().namespaces();
        robot.interact(menu::show);

        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        var withoutFirst = mesh().questionProperty().get().namespaces();
        var words = menu.getText();
        known.stream().skip(2).forEach(_ -> robot.type(KeyCode.DOWN, KeyCode.ENTER));
        var one = mesh().questionProperty().get().namespaces();
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        var none = mesh().questionProperty().get().namespaces();

        assertThat(withoutFirst).containsExactlyElementsOf(known.subList(1, known.size()));
        assertThat(words).isEqualTo((known.size() - 1) + " of " + known.size() + " namespaces");
        assertThat(one).isEqualTo(Set.of(known.getLast()));
        assertThat(none).as("none chosen is all of them").isEmpty();
        assertThat(menu.getText()).isEqualTo(known.size() + " namespaces");
    }

    @Test
    void namespacesAreTickedByMouseWhileTheMenuStaysOpen() {
        var known = mesh().meshProperty().get().mesh().namespaces();
        robot.clickOn("#namespaces");
        robot.clickOn("#namespace-" + known.getFirst());
        var withoutFirst = mesh().questionProperty().get().namespaces();
        var menu = robot.lookup("#namespaces").queryAs(MenuButton.class);
        boolean open = menu.isShowing();
        robot.clickOn("#namespace-all");

        assertThat(withoutFirst).containsExactlyElementsOf(known.subList(1, known.size()));
        assertThat(open).isTrue();
        assertThat(mesh().questionProperty().get().namespaces()).isEmpty();
    }

    @Test
    void tabWalksInReadingOrderAndIsSeen() {
        robot.interact(() -> robot.lookup("#connection").query().requestFocus());
        var walked = new ArrayList<String>();

        do {
            robot.push(KeyCode.TAB);
            var focus = Objects.requireNonNull(shell.scene().getFocusOwner());
            assertThat(focus.isFocusVisible()).as("focus on %s", focus).isTrue();
            walked.add(focus.getId());
        } while (!walked.getLast().equals("connection") && walked.size() < 40);

        assertThat(walked)
                .containsExactlyElementsOf(
                        List.of(
                                "namespaces",
                                "type-app",
                                "type-versionedApp",
                                "type-service",
                                "type-workload",
                                "find",
                                "window",
                                "pace",
                                "pause",
                                "refresh-now",
                                "proxies-table",
                                "nav-topology",
                                "nav-proxies",
                                "nav-config",
                                "nav-canary",
                                "nav-keys",
                                "nav-settings",
                                "connection"));
    }

    private LiveMesh mesh() {
        return shell.model().live().orElseThrow();
    }
}
