package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.shell.frame.KeyHelp;
import io.windrose.shell.topology.GraphKey;
import io.windrose.shell.window.ShellViewModel;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list of keys leaves none out, and lists none that does nothing.
@ExtendWith(ApplicationExtension.class)
final class KeyHelpTest {
    private static final Map<String, KeyCode> SIGNS =
            Map.of(
                    "→", KeyCode.RIGHT,
                    "←", KeyCode.LEFT,
                    "↑", KeyCode.UP,
                    "↓", KeyCode.DOWN,
                    "Enter", KeyCode.ENTER,
                    "Esc", KeyCode.ESCAPE,
                    "+", KeyCode.PLUS,
                    "-", KeyCode.MINUS,
                    "0", KeyCode.DIGIT0);

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
    }

    @Test
    void everyKeyOfEveryScreenIsListed() {
        var listed = new ArrayList<String>();
        robot.interact(() -> {
            shell.model().go("proxies");
            shell.model().open(ShellViewModel.Overlay.KEYS);
            listed.addAll(words(shell.scene().lookup("#keys")));
        });

        assertThat(listed)
                .contains("Fit the graph into the window", "Graph as a table, and back")
                .contains("Apply the draft…", "Dry run the draft", "Delete the object")
                .containsAll(
                        KeyHelps.places().stream()
                                .flatMap(help -> help.lines().stream())
                                .map(KeyHelp.Line::words)
                                .toList());
    }

    @Test
    void theGraphObeysEveryKeyThatIsListedForIt() {
        var ignored = new ArrayList<String>();
        robot.interact(() -> {
            var canvas = shell.scene().lookup("#topology-canvas");
            canvas.getParent()
                    .addEventHandler(
                            KeyEvent.KEY_PRESSED, event -> ignored.add(event.getCode().getName()));
            for (var key : GraphKey.values()) {
                Event.fireEvent(canvas, press(key.keys()));
            }
        });

        assertThat(ignored).isEmpty();
    }

    private static KeyEvent press(String keys) {
        var code = Optional.ofNullable(SIGNS.get(keys)).orElseGet(() -> KeyCode.getKeyCode(keys));
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static List<String> words(Node root) {
        return root.lookupAll(".label").stream()
                .flatMap(node ->
                        node instanceof Label label ? Stream.of(label.getText()) : Stream.empty())
                .toList();
    }
}
