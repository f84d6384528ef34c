package io.windrose.shell.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.shell.theme.Fonts;
import io.windrose.shell.theme.Look;
import io.windrose.topology.Node;
import io.windrose.topology.display.Theme;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.story.Subject;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The real screen, pressed and typed at.
@ExtendWith(ApplicationExtension.class)
final class TopologyScreenTest {
    private final QuickRobot robot = new QuickRobot();

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private DemoScreen demo;

    @SuppressWarnings("NullAway.Init") // as above
    private TopologyScreen screen;

    @Start
    void start(Stage stage) {
        Fonts.load();
        var fx =
                new Owner(
                        Platform::runLater,
                        Platform::isFxApplicationThread,
                        fault -> {
                            throw new IllegalStateException(fault);
                        });
        demo = new DemoScreen(fx, task -> Thread.ofVirtual().start(task));
        screen = new TopologyScreen(demo.model, new SimpleObjectProperty<>(Theme.DARK));
        screen.keepStill(new SimpleObjectProperty<>(true));
        var scene = new Scene(screen, 1268, 826);
        Look.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        robot.interact(() -> {
            screen.end();
            demo.live.close();
        });
    }

    @Test
    void aClickOnANodeShowsItsFigures() throws TimeoutException {
        robot.clickOn(place(DemoScreen.service("reviews")));

        robot.until(() -> shows("Degraded: v3 fails 17.6 %"));
        assertThat(shows("24.6")).isTrue();
        assertThat(demo.model.panel().subjectProperty().get())
                .isEqualTo(new Subject.OfNode(DemoScreen.service("reviews")));
        robot.clickOn("#panel-shift");
        assertThat(demo.opened).hasSize(1);
    }

    @Test
    void theKeyboardAloneChoosesOpensAndLeaves() throws TimeoutException {
        robot.interact(() -> screen.lookup("#topology-canvas").requestFocus());

        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        robot.until(() -> demo.model.panel().subjectProperty().get() instanceof Subject.OfNode);
        robot.type(KeyCode.ENTER);
        robot.until(() -> hasFocusIn("#panel"));
        robot.type(KeyCode.ESCAPE);
        robot.until(() -> hasFocusIn("#topology-canvas"));
        robot.type(KeyCode.ESCAPE);

        robot.until(() -> demo.model.panel().subjectProperty().get().equals(Subject.MESH));
    }

    @Test
    void anOldPictureSaysItsAge() throws TimeoutException {
        demo.clock.move(Duration.ofSeconds(19));
        robot.interact(() -> demo.live.tick());

        robot.until(() -> shows("This picture is 21 s old"));
        robot.clickOn("#try-now");
        assertThat(demo.session.told()).contains("refreshNow");
    }

    @Test
    void withoutTrafficIdleServicesCanBeShown() throws TimeoutException {
        demo.session.show(DemoScreen.empty(GraphQuestion.DEFAULT));
        robot.until(() -> shows("No traffic in the last 1 min"));

        robot.clickOn("#show-idle");

        robot.until(() -> demo.model.stateProperty().get().equals(new ScreenState.Showing()));
        assertThat(demo.live.questionProperty().get().idle()).isTrue();
    }

    @Test
    void anExpressionThatCannotBeReadIsSaidInPlace() throws TimeoutException {
        robot.clickOn("#find-or-hide");
        robot.interact(() ->
                robot.lookup("#find-or-hide")
                        .queryAs(TextInputControl.class)
                        .setText("colour = red"));
        robot.type(KeyCode.ENTER);

        robot.until(() -> robot.lookup("#find-problem").queryAs(Label.class).isVisible());
        assertThat(robot.lookup("#find-problem").queryAs(Label.class).getText()).contains("colour");
        assertThat(demo.live.questionProperty().get().find()).isEmpty();
    }

    private Point2D place(Node node) {
        var canvas = demo.model.canvas();
        var spot = canvas.shownProperty().get().layout().spots().get(node);
        assertThat(spot).as("the place of %s", node).isNotNull();
        var point = canvas.cameraProperty().get().toWindow(spot.centre());
        return screen.lookup("#topology-canvas").localToScreen(point.x(), point.y());
    }

    private boolean shows(String words) {
        return robot.lookup(node ->
                        node instanceof Label label
                                && label.getText().equals(words)
                                && isOnScreen(label))
                .tryQuery()
                .isPresent();
    }

    private static boolean isOnScreen(javafx.scene.Node node) {
        for (javafx.scene.Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasFocusIn(String id) {
        var area = robot.lookup(id).query();
        for (var each = area.getScene().getFocusOwner(); each != null; each = each.getParent()) {
            if (each.equals(area)) {
                return true;
            }
        }
        return false;
    }
}
