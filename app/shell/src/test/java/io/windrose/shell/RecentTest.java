package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.shell.welcome.WelcomeFacts;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.preferences.Recent;
import io.windrose.workspace.session.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the start page says of earlier connections, over the preferences that are really kept.
@ExtendWith(ApplicationExtension.class)
final class RecentTest {
    private final QuickRobot robot = new QuickRobot();

    private static final String SEEN = "3 namespaces, 12 proxies, 1 failing, 2 degraded";

    private final FakeOpener opener = new FakeOpener();

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private ShellSetup setup;

    @SuppressWarnings("NullAway.Init") // as above
    private Shell shell;

    @Start
    void start(Stage stage) throws IOException {
        var there = Files.createDirectory(folder.resolve("mesh-config"));
        var gone = folder.resolve("old-mesh");
        var base = DemoSetup.of(opener, Duration.ofSeconds(2));
        base.preferences()
                .change(values ->
                        values.remember(new Connection.Folder(gone), DemoPicture.NOW, "7 resources")
                                .remember(new Connection.Folder(there), DemoPicture.NOW, ""));
        setup = base.with(new ThisComputer(base.preferences(), base.clock(), base.zone()));
        shell = new Shell(setup);
        shell.show(stage);
    }

    @Test
    void twoSandboxesOfDifferentFoldersAreToldApart() {
        setup.preferences()
                .change(values ->
                        values.remember(sandbox("one/mesh"), DemoPicture.NOW, "7 proxies")
                                .remember(sandbox("two/mesh"), DemoPicture.NOW, "7 proxies"));

        var rows = setup.welcome().facts().recents().subList(0, 2);

        assertThat(rows)
                .extracting(WelcomeFacts.RecentRow::title)
                .containsOnly("sandbox with mesh");
        assertThat(rows.getFirst().detail()).contains("two");
        assertThat(rows.getLast().detail()).contains("one");
    }

    private Connection sandbox(String path) {
        return new Connection.Sandbox(Optional.of(folder.resolve(path)), 20);
    }

    @Test
    void aFolderThatIsGoneIsSaidAndCanBeRemoved() {
        var said = words("#recent-old-mesh");
        robot.interact(() -> robot.lookup("#forget-old-mesh").query().requestFocus());
        robot.push(KeyCode.SPACE);

        assertThat(said).contains("There is no folder " + folder.resolve("old-mesh") + " any more");
        assertThat(words("#recent-mesh-config"))
                .contains("mesh-config", folder.resolve("mesh-config").toString(), "today 14:05");
        assertThat(robot.lookup("#recent-old-mesh").tryQuery()).isEmpty();
        assertThat(setup.preferences().values().get().recents())
                .extracting(Recent::connection)
                .containsExactly(new Connection.Folder(folder.resolve("mesh-config")));
    }

    @Test
    void whatWasSeenIsRememberedWhileItIsSeen() {
        robot.interact(() -> {
            shell.open(Connection.Sandbox.DEFAULT);
            opener.newest().answer().complete(Result.ok(new DemoSession()));
        });
        var kept = setup.preferences().values().get().recents().getFirst();
        robot.interact(() -> shell.model().disconnect());

        assertThat(kept.summary()).isEqualTo(SEEN);
        assertThat(words("#recent-sandbox")).contains(SEEN);
        assertThat(robot.lookup("#recent-sandbox").queryAs(Button.class).getAccessibleText())
                .isEqualTo("Sandbox sandbox, " + SEEN + ", today 14:05");
    }

    private List<String> words(String row) {
        return robot.lookup(row + " .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
