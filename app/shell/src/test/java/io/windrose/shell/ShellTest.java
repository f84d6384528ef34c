package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.shell.window.ShellViewModel.Overlay;
import io.windrose.topology.GraphType;
import io.windrose.topology.display.Theme;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The real window around a session that a test answers.
@ExtendWith(ApplicationExtension.class)
final class ShellTest {
    @TempDir private Path folder;

    private final QuickRobot robot = new QuickRobot();

    private final FakeOpener opener = new FakeOpener();

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private Shell shell;

    @Start
    void start(Stage stage) {
        shell = new Shell(DemoSetup.of(opener, Duration.ofSeconds(2)));
        shell.show(stage);
    }

    @Test
    void thePaletteLeadsToAScreenByKeyboardAlone() {
        live();

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("proxies");
        robot.push(KeyCode.ENTER);

        assertThat(shell.model().overlayProperty().get()).isEqualTo(Overlay.NONE);
        assertThat(robot.lookup("#proxies-summary").queryAs(Label.class).getText())
                .isEqualTo("12 of 12 follow version 41");
    }

    @Test
    void numbersNavigateAndEscapeLeavesWhatLiesOnTop() {
        live();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.F1);
        var on = shell.model().overlayProperty().get();
        robot.push(KeyCode.ESCAPE);

        assertThat(shell.model().screenProperty().get()).isEqualTo("proxies");
        assertThat(on).isEqualTo(Overlay.KEYS);
        assertThat(shell.model().overlayProperty().get()).isEqualTo(Overlay.NONE);
    }

    @Test
    void aKeySwitchesTheThemeOfTheWholeWindow() {
        robot.interact(() -> shell.use(Theme.DARK));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);

        assertThat(shell.scene().getRoot().getStyleClass())
                .contains("wr-light")
                .doesNotContain("wr-dark");
    }

    /// How one looks at a mesh is a habit; to have paused is not undone by any other setting.
    @Test
    void remembersHowAMeshIsLookedAtAndStaysPaused() {
        live();
        var mesh = shell.model().live().orElseThrow();

        robot.interact(() -> {
            mesh.pause();
            mesh.ask(question -> question.withType(GraphType.WORKLOAD).withFind("version = v3"));
        });

        assertThat(shell.preferences().get().question())
                .isEqualTo(GraphQuestion.DEFAULT.withType(GraphType.WORKLOAD));
        assertThat(mesh.paceProperty().get().paused()).isTrue();
    }

    @Test
    void aFailedStartSaysWhyAndTriesAgain() {
        robot.clickOn("#start-sandbox");
        robot.interact(() ->
                opener.newest()
                        .answer()
                        .complete(
                                Result.err(
                                        Problem.error(
                                                "MESH1800",
                                                Place.NOWHERE,
                                                "port 15010 is taken"))));
        var cause = robot.lookup(".wr-banner-cause").queryAs(Label.class).getText();
        robot.clickOn("#retry");

        assertThat(cause).isEqualTo("port 15010 is taken");
        assertThat(opener.asked()).hasSize(2);
    }

    @Test
    void theWindowClosesOnlyAfterAWordAboutTheDrafts() throws IOException {
        begin("# more\n");
        var window = shell.scene().getWindow();

        robot.interact(
                () -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(robot.lookup("#leave-title").queryAs(Label.class).getText())
                .isEqualTo("1 draft would be lost");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.push(KeyCode.ENTER);
        assertThat(window.isShowing()).isTrue();
        assertThat(shell.model().overlayProperty().get()).isEqualTo(Overlay.NONE);

        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn("#leave-discard");
        assertThat(window.isShowing()).isFalse();
    }

    @Test
    void everyButtonHasWordsAndAHint() {
        var mute = new ArrayList<String>();
        robot.interact(() -> mute.addAll(mute(shell.scene().getRoot())));
        live();
        for (String screen : List.of("topology", "proxies", "config", "canary")) {
            robot.interact(() -> {
                shell.model().go(screen);
                mute.addAll(mute(shell.scene().getRoot()));
            });
        }

        assertThat(mute).isEmpty();
    }

    @Test
    void whatTheConfigurationScreenCanDoIsInThePalette() throws IOException {
        begin("# more\n");
        var text = robot.lookup("#yaml-editor").queryAs(CodeArea.class);

        palette("filter the resources");
        assertThat(robot.lookup("#config-filter").query().isFocused()).isTrue();
        palette("find in the file");
        assertThat(robot.lookup("#yaml-find").query().isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        palette("discard the draft of");

        assertThat(shell.model().screenProperty().get()).isEqualTo("config");
        assertThat(text.getText()).doesNotContain("# more");
        assertThat(robot.lookup("#config-bring-back").query().isVisible()).isTrue();
    }

    @Test
    void noKeyReachesThroughAQuestionOfTheConfigurationScreen() throws IOException {
        begin("# more\n");
        var text = robot.lookup("#yaml-editor").queryAs(CodeArea.class);
        var before = text.getText();

        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.write("carts");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DELETE);
        robot.push(KeyCode.CONTROL, KeyCode.E);

        var name = robot.lookup("#new-name").queryAs(TextField.class);
        assertThat(name.getText()).isEqualTo("carts");
        assertThat(name.isFocused()).isTrue();
        assertThat(text.getText()).isEqualTo(before);
    }

    private void palette(String words) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(words);
        robot.push(KeyCode.ENTER);
    }

    /// A live mesh, and a draft of one of its files on the screen.
    private void begin(String draft) throws IOException {
        DemoMesh.write(folder);
        robot.interact(() -> {
            shell.open(Connection.Sandbox.DEFAULT);
            opener.newest().answer().complete(Result.ok(new DemoSession(DemoMesh.view(folder))));
            shell.model().go("config");
        });
        robot.interact(() -> {
            TreeView<?> tree = robot.lookup("#config-tree").queryAs(TreeView.class);
            tree.getSelectionModel().select(tree.getExpandedItemCount() - 1);
        });
        robot.interact(
                () -> robot.lookup("#yaml-editor").queryAs(CodeArea.class).appendText(draft));
    }

    private void live() {
        robot.interact(() -> {
            shell.open(Connection.Sandbox.DEFAULT);
            opener.newest().answer().complete(Result.ok(new DemoSession()));
        });
    }

    /// Buttons that can be pressed and that a screen reader or a hovering hand learns nothing of.
    private static List<String> mute(Node node) {
        var found = new ArrayList<String>();
        if (node instanceof ButtonBase button && node.isVisible()) {
            var text = button.getText() == null ? "" : button.getText();
            var spoken = button.getAccessibleText() == null ? "" : button.getAccessibleText();
            if (text.isBlank() && spoken.isBlank()) {
                found.add("no words: " + node);
            }
            if (text.isBlank() && button.getTooltip() == null) {
                found.add("no hint: " + node);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(mute(child)));
        }
        return found;
    }
}
