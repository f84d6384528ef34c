package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Commands;
import io.windrose.shell.palette.Target;
import io.windrose.shell.window.KeyRouter;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Whatever the window offers on its start page and on every screen can be done without a mouse.
@ExtendWith(ApplicationExtension.class)
final class KeysTest {
    private final QuickRobot robot = new QuickRobot();

    private static final List<String> SCREENS = List.of("topology", "proxies", "config", "canary");
    private static final Map<String, KeyCode> SIGNS =
            Map.of(
                    ",", KeyCode.COMMA,
                    "/", KeyCode.SLASH,
                    "Esc", KeyCode.ESCAPE,
                    "Space", KeyCode.SPACE,
                    "Enter", KeyCode.ENTER);

    private final FakeOpener opener = new FakeOpener();

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Shell shell;

    @Start
    void start(Stage stage) {
        shell = new Shell(DemoSetup.of(opener, Duration.ofSeconds(2)));
        shell.show(stage);
    }

    @Test
    void everyCommandHasItsOwnKeyOrStandsInThePalette() {
        var offered = offered();

        offered.forEach((screen, commands) -> {
            assertThat(commands.stream().map(Command::id)).as(screen).doesNotHaveDuplicates();
            assertThat(
                            commands.stream()
                                    .filter(command -> command.hindrance().get().isEmpty())
                                    .map(Command::keys)
                                    .filter(keys -> !keys.isEmpty()))
                    .as("keys of what can run now, %s", screen)
                    .doesNotHaveDuplicates();
        });
        robot.interact(() -> {
            shell.model().go("topology");
            assertThat(shell.targets().stream().map(Target::title))
                    .containsAll(
                            offered.getOrDefault("topology", List.of()).stream()
                                    .filter(command -> command.keys().isEmpty())
                                    .map(Command::title)
                                    .toList());
        });
    }

    @Test
    void everyKeyOfTheKeyHelpRunsItsCommand() {
        var offered = offered();

        offered.forEach((screen, commands) -> {
            var ran = new ArrayList<String>();
            var here = new Commands((_, _) -> {});
            here.put(
                    screen,
                    commands.stream()
                            .map(each ->
                                    Command.of(
                                            each.id(),
                                            each.title(),
                                            each.group(),
                                            each.icon(),
                                            each.keys(),
                                            () -> ran.add(each.keys())))
                            .toList());
            var keys =
                    commands.stream().map(Command::keys).filter(each -> !each.isEmpty()).toList();
            robot.interact(() -> {
                var scene = new Scene(new Group());
                new KeyRouter(here, _ -> true).listenTo(scene);
                keys.forEach(each -> Event.fireEvent(scene, press(each)));
            });
            assertThat(ran).as(screen).isEqualTo(keys);
        });
    }

    /// By screen, and of the start page.
    private Map<String, List<Command>> offered() {
        var offered = new LinkedHashMap<String, List<Command>>();
        robot.interact(() -> {
            offered.put("welcome", shell.commands().all());
            shell.open(Connection.Sandbox.DEFAULT);
            opener.newest().answer().complete(Result.ok(new DemoSession()));
            for (String screen : SCREENS) {
                shell.model().go(screen);
                offered.put(screen, shell.commands().all());
            }
        });
        return offered;
    }

    /// @param keys as in [Command#keys]
    private static KeyEvent press(String keys) {
        var caps = List.of(keys.split("\\+"));
        var name = caps.getLast();
        var held = Set.copyOf(caps.subList(0, caps.size() - 1));
        var code = Optional.ofNullable(SIGNS.get(name)).orElseGet(() -> KeyCode.getKeyCode(name));
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                code == KeyCode.SLASH ? "/" : "",
                code,
                held.contains("Shift"),
                held.contains("Ctrl"),
                held.contains("Alt"),
                false);
    }
}
