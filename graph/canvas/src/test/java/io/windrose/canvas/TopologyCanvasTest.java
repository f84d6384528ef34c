package io.windrose.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.canvas.table.TopologyTable;
import io.windrose.kernel.Owner;
import io.windrose.topology.Node;
import io.windrose.topology.display.Paint;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.StableLayout;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
// Filled by @Start, which runs on the JavaFX thread before each test.
@SuppressWarnings("NullAway.Init")
final class TopologyCanvasTest {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 800;

    private final SimpleObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private TopologyViewModel model;
    private TopologyCanvas canvas;
    private TopologyTable table;
    private Robot mouse;
    private Stage stage;

    @Start
    void start(Stage newStage) {
        CanvasGallery.fonts();
        model = new TopologyViewModel(Owner.direct(), Runnable::run);
        canvas = new TopologyCanvas(model, theme);
        table = new TopologyTable(model);
        table.setPrefWidth(0);
        table.setMinWidth(0);
        HBox.setHgrow(canvas, Priority.ALWAYS);
        stage = newStage;
        var root = new HBox(canvas, table);
        root.setStyle(roles());
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        mouse = new Robot();
        var story = MeshSample.story();
        model.show(story, StableLayout.arrange(story));
        canvas.requestFocus();
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(() -> {
            canvas.end();
            table.end();
        });
    }

    @Test
    void aClickOnANodeChoosesItAndAClickBesideItNothing(FxRobot robot) {
        click(robot, onScreen(MeshSample.REVIEWS_V3));

        assertThat(model.selectionProperty().get())
                .isEqualTo(new Selection.OfNode(MeshSample.REVIEWS_V3));
        assertThat(canvas.getAccessibleText())
                .isEqualTo(
                        "reviews, version v3, failing, 2.5 requests per second,"
                                + " 17.6 percent errors");
        click(robot, canvas.localToScreen(WIDTH / 2.0, 4));
        assertThat(model.selectionProperty().get()).isEqualTo(Selection.NOTHING);
    }

    /// To paint anew at each step of a drag is what makes large graphs slow.
    @Test
    void panningMovesThePixelsAndPaintsWhenItRests(FxRobot robot) throws TimeoutException {
        waitFor(canvas::isSharp);

        robot.interact(() -> {
            model.pan(7, 3);
            stage.getScene().getRoot().layout();
            assertThat(canvas.isSharp()).isFalse();
        });

        waitFor(canvas::isSharp);
    }

    @Test
    void draggingThePlanePansAndDraggingANodeMovesItAlone(FxRobot robot) {
        var before = model.cameraProperty().get();

        drag(robot, canvas.localToScreen(WIDTH / 2.0, 4), 120, 60);

        var panned = model.cameraProperty().get();
        assertThat(panned).isEqualTo(before.panned(120, 60));
        var ratings = centre(MeshSample.RATINGS);
        var reviews = centre(MeshSample.REVIEWS);
        drag(robot, onScreen(MeshSample.RATINGS), -40, 90);
        assertThat(
                        centre(MeshSample.RATINGS)
                                .distance(ratings.plus(-40 / panned.zoom(), 90 / panned.zoom())))
                .isLessThan(1);
        assertThat(centre(MeshSample.REVIEWS)).isEqualTo(reviews);
        assertThat(model.cameraProperty().get()).isEqualTo(panned);
    }

    @Test
    void theWheelZoomsAroundThePointer(FxRobot robot) {
        var before = model.cameraProperty().get();
        var target = onScreen(MeshSample.REVIEWS);
        robot.interact(() -> {
            mouse.mouseMove(target);
            mouse.mouseWheel(-3);
        });

        waitFor(() -> model.cameraProperty().get().zoom() > before.zoom());

        assertThat(onScreen(MeshSample.REVIEWS).distance(target)).isLessThan(1);
    }

    @Test
    void theKeysWalkOpenAndLeave(FxRobot robot) {
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(model.selectionProperty().get())
                .isEqualTo(new Selection.OfNode(MeshSample.PRODUCTPAGE));
        robot.type(KeyCode.ESCAPE);
        assertThat(model.selectionProperty().get()).isEqualTo(Selection.NOTHING);
        double zoom = model.cameraProperty().get().zoom();
        robot.type(KeyCode.PLUS);
        assertThat(model.cameraProperty().get().zoom()).isGreaterThan(zoom);
        robot.type(KeyCode.F);
        assertThat(model.cameraProperty().get().zoom()).isEqualTo(zoom);
    }

    @Test
    void dotsRunWhileTheWindowShowsAndNeverWhenStale(FxRobot robot) {
        assertThat(canvas.dotsRun()).isTrue();
        assertThat(shows(robot, Paint.FAILING)).isTrue();
        assertThat(shows(robot, Paint.HTTP)).isTrue();

        robot.interact(() -> model.setStale(true));
        assertThat(canvas.dotsRun()).isFalse();
        assertThat(shows(robot, Paint.HTTP)).isFalse();
        assertThat(shows(robot, Paint.FAILING)).isFalse();

        robot.interact(() -> model.setStale(false));
        assertThat(canvas.dotsRun()).isTrue();
        robot.interact(() -> model.setPaused(true));
        assertThat(canvas.dotsRun()).isFalse();
        robot.interact(() -> {
            model.setPaused(false);
            stage.hide();
        });
        assertThat(canvas.dotsRun()).isFalse();
    }

    @Test
    void reducedMotionStandsStillAndTheOtherThemeHasItsOwnColours(FxRobot robot) {
        robot.interact(() -> canvas.reducedMotionProperty().set(true));
        assertThat(canvas.dotsRun()).isFalse();

        robot.interact(() -> theme.set(Theme.LIGHT));

        assertThat(shows(robot, Paint.FAILING)).isTrue();
    }

    @Test
    void restingOnANodeSaysItsFigures(FxRobot robot) {
        robot.interact(() -> mouse.mouseMove(onScreen(MeshSample.REVIEWS_V3)));

        waitFor(() -> robot.lookup("#hover-card").query().isVisible());

        assertThat(robot.lookup("#hover-card .wr-card-title").queryLabeled().getText())
                .isEqualTo("reviews v3");
        assertThat(robot.lookup("#hover-card .wr-card-value").queryAll())
                .extracting(node -> ((javafx.scene.control.Label) node).getText())
                .containsExactly("2.5 rps", "17.6 %", "41.7 ms", "138 ms", "100 %");
    }

    @Test
    void theTableChoosesWithThePicture(FxRobot robot) {
        TableView<?> edges = robot.lookup("#edge-table").queryTableView();
        TableView<?> nodes = robot.lookup("#node-table").queryTableView();
        assertThat(nodes.getItems()).hasSize(15);
        assertThat(edges.getItems()).hasSize(15);

        robot.interact(() -> model.select(new Selection.OfEdge(MeshSample.FAILING)));
        assertThat(edges.getSelectionModel().getSelectedIndex()).isNotNegative();
        assertThat(nodes.getSelectionModel().getSelectedIndex()).isNegative();

        robot.interact(() -> nodes.getSelectionModel().select(0));
        assertThat(model.selectionProperty().get()).isInstanceOf(Selection.OfNode.class);
        assertThat(edges.getSelectionModel().getSelectedIndex()).isNegative();
    }

    /// The colours that the program's theme would bring.
    private static String roles() {
        var roles = new StringBuilder("-wr-raised: white; -wr-shadow: black;");
        for (var paint : Paint.values()) {
            var role = paint.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (paint != Paint.NONE) {
                roles.append("-wr-").append(role).append(": ");
                roles.append(paint.colour(Theme.DARK)).append(";");
            }
        }
        return roles.toString();
    }

    private Point centre(Node node) {
        var spot = model.shownProperty().get().layout().spots().get(node);
        assertThat(spot).isNotNull();
        return spot.centre();
    }

    private javafx.geometry.Point2D onScreen(Node node) {
        var at = model.cameraProperty().get().toWindow(centre(node));
        return canvas.localToScreen(at.x(), at.y());
    }

    private void click(FxRobot robot, javafx.geometry.Point2D at) {
        robot.interact(() -> {
            mouse.mouseMove(at);
            mouse.mouseClick(MouseButton.PRIMARY);
        });
    }

    private void drag(FxRobot robot, javafx.geometry.Point2D from, double dx, double dy) {
        robot.interact(() -> {
            mouse.mouseMove(from);
            mouse.mousePress(MouseButton.PRIMARY);
            mouse.mouseMove(from.add(dx / 2, dy / 2));
            mouse.mouseMove(from.add(dx, dy));
            mouse.mouseRelease(MouseButton.PRIMARY);
        });
    }

    /// Whether any pixel of the graph has exactly that colour; the legend is closed for it.
    private boolean shows(FxRobot robot, Paint paint) {
        var colour = Color.web(paint.colour(theme.get()));
        var found = new boolean[1];
        robot.interact(() -> {
            robot.lookup("#legend").query().setVisible(false);
            robot.lookup("#minimap").query().setVisible(false);
            var image = stage.getScene().snapshot(null);
            var pixels = image.getPixelReader();
            for (int x = 0; x < image.getWidth() && !found[0]; x++) {
                for (int y = 0; y < image.getHeight() && !found[0]; y++) {
                    found[0] = pixels.getColor(x, y).equals(colour);
                }
            }
        });
        return found[0];
    }

    private static void waitFor(BooleanSupplier state) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, state::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("not within 10 s", late);
        }
    }
}
