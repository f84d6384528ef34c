package io.windrose.shell.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.shell.theme.Fonts;
import io.windrose.shell.theme.Look;
import io.windrose.topology.display.Theme;
import io.windrose.view.robot.QuickRobot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// With real buttons, a real mouse and a real file.
@ExtendWith(ApplicationExtension.class)
final class CanaryDrawerTest {
    private final QuickRobot robot = new QuickRobot();

    @TempDir private static Path folder;

    private final DemoShift shift;
    private final String before;

    CanaryDrawerTest() throws IOException {
        shift = new DemoShift(Files.createTempDirectory(folder, "mesh"));
        before = Files.readString(shift.file());
    }

    @Start
    void show(Stage stage) {
        Fonts.load();
        var root =
                new StackPane(
                        new CanaryPage(shift.model), new CanaryLayer(shift.model, ZoneOffset.UTC));
        var scene = new Scene(root, 1100, 800);
        Look.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void draggedTypedAppliedObservedAndUndone() throws IOException {
        robot.clickOn("#canary-open-reviews-0");
        drag("#split-handle-0", 25);
        drag("#split-handle-1", 10);
        assertThat(text("#canary-draft-v1")).isEqualTo("75 %");
        assertThat(text("#canary-draft-v2")).isEqualTo("25 %");

        robot.interact(() -> robot.lookup("#split-handle-0").query().requestFocus());
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(text("#canary-draft-v1")).isEqualTo("70 %");
        assertThat(text("#canary-asked-v1")).isEqualTo("50 %");
        assertThat(text("#canary-apply")).isEqualTo("Apply to 12 proxies");

        robot.clickOn("#canary-apply");
        assertThat(Files.readString(shift.file()))
                .isEqualTo(
                        before.replace("weight: 50", "weight: 70")
                                .replace("weight: 40", "weight: 30")
                                .replace("weight: 10", "weight: 0"));
        robot.interact(() -> shift.readFolder(12));
        robot.interact(() -> shift.look(Map.of("v1", 70.0, "v2", 30.0), 0));
        assertThat(text("#canary-observed-v1")).isEqualTo("70 % of 500");
        assertThat(text("#canary-acknowledged-v1")).isEqualTo("70 %, 12 of 12");
        assertThat(text("#canary-phase")).startsWith("Settled");

        robot.clickOn("#canary-undo");
        assertThat(Files.readString(shift.file())).isEqualTo(before);
        assertThat(robot.lookup("#canary-undo").<Node>query().isDisabled()).isTrue();

        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#canary-layer").<Node>query().isVisible()).isFalse();
    }

    @Test
    void obeysKeysAndKeepsTheFocusWhileFiguresChange() {
        robot.clickOn("#canary-open-reviews-0");
        for (var id : List.of("#canary-choose-v2", "#canary-step-25", "#canary-guard")) {
            robot.interact(() -> robot.lookup(id).query().requestFocus());
            robot.interact(() -> shift.look(Map.of("v1", 70.0, "v2", 30.0), 0));
            robot.interact(() -> shift.look(Map.of("v1", 60.0, "v2", 40.0), 1));

            assertThat(robot.lookup(id).<Node>query().isFocused()).as(id).isTrue();
        }
        robot.interact(() -> robot.lookup("#canary-guard").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(shift.reviews().state().stepBack()).isFalse();
        robot.interact(() -> robot.lookup("#canary-step-25").query().requestFocus());
        robot.push(KeyCode.SPACE);

        assertThat(text("#canary-draft-v3")).isEqualTo("25 %");
        assertThat(robot.lookup("#canary-step-25").<Node>query().isFocused()).isTrue();
    }

    private String text(String id) {
        return robot.lookup(id).<Labeled>query().getText();
    }

    /// @param percent to the right
    private void drag(String id, int percent) {
        var handle = robot.lookup(id).<Node>query();
        double perPercent =
                (handle.getParent().getLayoutBounds().getWidth() - 3 * 30 - 2 * 12) / 100;
        robot.drag(handle, percent * perPercent);
    }
}
