package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.shell.panel.PanelTab;
import io.windrose.topology.Node;
import io.windrose.topology.display.Theme;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.demo.DemoMistakes;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.story.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Background;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the window shows of mistakes in the files, in a narrow window too.
@ExtendWith(ApplicationExtension.class)
final class WrongConfigTest {
    @TempDir private Path folder;

    private final QuickRobot robot = new QuickRobot();

    private final FakeOpener opener = new FakeOpener();

    @SuppressWarnings("NullAway.Init") // TestFX calls start before each test
    private Shell shell;

    @Start
    void start(Stage stage) throws IOException {
        shell = new Shell(DemoSetup.of(opener, Duration.ofSeconds(2)));
        stage.setWidth(1100);
        stage.setHeight(700);
        shell.show(stage);
        var mesh = DemoMesh.write(folder, DemoMistakes.FILES);
        shell.open(Connection.Sandbox.DEFAULT);
        opener.newest()
                .answer()
                .complete(Result.ok(new DemoSession(mesh).with(DemoMesh.analysis())));
    }

    @Test
    void theNarrowNavigationShowsTheWholeNumberInBothThemes() {
        for (var theme : Theme.values()) {
            robot.interact(() -> shell.use(theme));
            var badge = robot.lookup("#nav-config .wr-badge-over").queryAs(Label.class);
            var text = (Text) badge.lookup(".text");

            assertThat(Integer.parseInt(text.getText())).isBetween(2, 99);
            assertThat(text.getFill()).isEqualTo(badge.getTextFill()).isNotIn(fills(badge));
            assertThat(inScene(robot.lookup("#navigation").query()))
                    .matches(all -> all.contains(inScene(badge)));
            assertThat(badge.getWidth()).isGreaterThan(text.getLayoutBounds().getWidth());
        }
    }

    @Test
    void aFixOfThePanelIsADraftThatCanBeTakenBack() {
        robot.interact(() -> {
            shell.select(new Subject.OfNode(reviews()));
            robot.lookup("#panel-tab-" + PanelTab.CONFIG.name().toLowerCase(Locale.ROOT))
                    .<ToggleButton>query()
                    .fire();
        });
        var fix = robot.lookup("#panel-finding-fix").<Button>query();
        assertThat(inScene(robot.lookup("#panel .scroll-pane").query()))
                .matches(seen -> seen.contains(inScene(fix)));
        robot.interact(fix::fire);

        var text = robot.lookup("#yaml-editor").queryAs(CodeArea.class);
        assertThat(shell.model().screenProperty().get()).isEqualTo("config");
        assertThat(text.getText()).doesNotContain("subset: v4");
        robot.interact(() -> robot.lookup("#config-bring-back").<Button>query().fire());
        assertThat(text.getText())
                .isEqualToNormalizingNewlines(DemoMistakes.FILES.get("reviews.yaml"));
    }

    @Test
    void theTableSaysOfEdgesWhatTheirSignsSay() {
        robot.interact(() -> robot.lookup("#table-twin").<ToggleButton>query().fire());

        assertThat(said())
                .contains("ratings v1: Warning")
                .isSubsetOf("reviews v1: Warning", "ratings v1: Warning");
    }

    /// To whom the edges in view lead of which the last column says something, and what it says.
    private List<String> said() {
        return robot.see(() -> {
            TableView<?> shown = robot.lookup("#edge-table").queryAs(TableView.class);
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
            var columns = shown.getColumns();
            return cells(shown, columns.getLast()).stream()
                    .filter(cell -> !cell.getText().isEmpty())
                    .map(cell ->
                            cells(shown, columns.get(1)).stream()
                                            .filter(other -> other.getIndex() == cell.getIndex())
                                            .map(Labeled::getText)
                                            .findFirst()
                                            .orElse("")
                                    + ": "
                                    + cell.getText())
                    .toList();
        });
    }

    private static List<TableCell<?, ?>> cells(TableView<?> table, TableColumn<?, ?> column) {
        return table.lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .<TableCell<?, ?>>map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> cell.getTableColumn().equals(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static Bounds inScene(javafx.scene.Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Set<Object> fills(Label badge) {
        Background background = badge.getBackground();
        return background.getFills().stream().map(one -> one.getFill()).collect(Collectors.toSet());
    }

    private static Node reviews() {
        return DemoPicture.picture().graph().value().orElseThrow().nodes().keySet().stream()
                .filter(node -> node instanceof Node.Service && node.name().equals("reviews"))
                .findFirst()
                .orElseThrow();
    }
}
