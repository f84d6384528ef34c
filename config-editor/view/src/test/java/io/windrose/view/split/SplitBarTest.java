package io.windrose.view.split;

import static io.windrose.view.split.SplitViewModelTest.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.view.robot.QuickRobot;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class SplitBarTest {
    private final QuickRobot robot = new QuickRobot();

    private static final double WIDTH = 720;

    /// The theme belongs to another module; here every colour is the same.
    private static final String TOKENS =
            Stream.of(
                            "v1 v2 v3 v4 v1-soft v2-soft v3-soft card panel text text-2 text-3"
                                    .concat(" line-strong focus accent healthy")
                                    .split(" ", -1))
                    .map(token -> "-wr-" + token + ": gray;")
                    .collect(Collectors.joining());

    private final SplitViewModel model = new SplitViewModel(split(50, 30, 20));
    private final SplitViewModel crowded = new SplitViewModel(split(0, 0, 100, 0, 0, 0));

    @Start
    void show(Stage stage) {
        var bar = new SplitBar(model, subset -> Integer.parseInt(subset.substring(1)));
        var six = new SplitBar(crowded, subset -> Integer.parseInt(subset.substring(1)) % 4 + 1);
        six.setId("six");
        var root = new StackPane(new VBox(bar, six));
        root.setStyle(TOKENS);
        stage.setScene(new Scene(root, WIDTH, 220));
        stage.show();
    }

    @Test
    void draggedToThreeQuartersAndMovedOnByKeys() {
        drag("#split-handle-0", 25);
        assertThat(model.draft()).isEqualTo(split(75, 5, 20));
        drag("#split-handle-1", 20);
        assertThat(model.draft()).isEqualTo(split(75, 25, 0));

        focus("#split-handle-0");
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        robot.push(KeyCode.RIGHT).push(KeyCode.LEFT);
        assertThat(model.draft()).isEqualTo(split(70, 30, 0));
        assertThat(robot.lookup("#split-handle-0").<Node>query().getAccessibleText())
                .isEqualTo("v1 70 %, v2 30 %");
        assertThat(
                        robot.lookup("#split-handle-0")
                                .<Node>query()
                                .queryAccessibleAttribute(AccessibleAttribute.VALUE))
                .isEqualTo(70.0);

        robot.push(KeyCode.TAB).push(KeyCode.HOME);
        assertThat(model.draft()).isEqualTo(split(70, 0, 30));
        robot.push(KeyCode.DIGIT0);
        assertThat(model.draft()).isEqualTo(split(100, 0, 0));
    }

    /// Five handles, four of them between versions at 0 %: none covers another, each can be
    /// dragged.
    @Test
    void everyHandleCanBeGrabbedAlsoBetweenVersionsAtZero() {
        double right = 0;
        for (int i = 0; i < crowded.handles(); i++) {
            var bounds = handle(i);
            assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(right);
            assertThat(bounds.getWidth()).isGreaterThanOrEqualTo(24);
            right = bounds.getMaxX();
        }
    }

    private Bounds handle(int index) {
        var node = robot.from(robot.lookup("#six")).lookup("#split-handle-" + index).<Node>query();
        return node.localToScene(node.getBoundsInLocal());
    }

    private void focus(String id) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
    }

    /// @param percent to the right
    private void drag(String id, int percent) {
        double perPercent = (WIDTH - 3 * 30 - 2 * 12) / 100;
        robot.drag(robot.lookup(id).query(), percent * perPercent);
    }
}
