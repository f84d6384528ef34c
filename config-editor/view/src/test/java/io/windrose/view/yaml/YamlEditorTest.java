package io.windrose.view.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.patch.TextEdit;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Completion;
import io.windrose.session.edit.Completion.Kind;
import io.windrose.session.edit.Completion.Proposal;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.Finding.Fix;
import io.windrose.session.edit.HoverHelp;
import io.windrose.view.config.Tokens;
import io.windrose.view.robot.QuickRobot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The editor under the keys and the pointer of a robot, beside an assistant that takes its time.
@ExtendWith(ApplicationExtension.class)
final class YamlEditorTest {
    private final QuickRobot robot = new QuickRobot();

    private final List<Consumer<Completion>> waiting = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private YamlEditor editor;

    @Start
    void start(Stage stage) {
        editor = new YamlEditor(new Slow(), _ -> {});
        editor.getStyleClass().add("wr-dark");
        var scene = new Scene(editor, 700, 500);
        Tokens.sheet().ifPresent(scene.getStylesheets()::add);
        stage.setScene(scene);
        stage.show();
        editor.focusText();
    }

    @Test
    void aProposalReplacesWhatWasTypedSinceItWasMade() throws TimeoutException {
        propose("ti", 0);
        robot.write("m");
        robot.push(KeyCode.ENTER);

        assertThat(editor.text()).isEqualTo("timeout: ");
    }

    @Test
    void proposalsGoWithABlankAndWithTheCaret() throws TimeoutException {
        propose("ti", 0);
        robot.write(" ");
        assertThat(isProposing()).isFalse();

        propose("re", 3);
        robot.push(KeyCode.LEFT);
        robot.until(() -> !isProposing());
        robot.push(KeyCode.ENTER);
        assertThat(editor.text()).isEqualTo("ti r\ne");
    }

    @Test
    void theFindBarWalksFromMatchToMatchAndGivesTheTextBack() {
        robot.interact(() -> editor.begin("timeout: 2s\nperTryTimeout: 1s\nTimeout: 3s\n"));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("timeout");
        var walked = new ArrayList<Integer>();
        walked.add(editor.line());
        robot.push(KeyCode.ENTER);
        walked.add(editor.line());
        robot.push(KeyCode.ENTER);
        walked.add(editor.line());
        robot.push(KeyCode.ENTER);
        walked.add(editor.line());
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        walked.add(editor.line());
        boolean open = robot.lookup("#yaml-find").query().isFocused();
        robot.push(KeyCode.ESCAPE);

        assertThat(walked).containsExactly(1, 2, 3, 1, 3);
        assertThat(open).isTrue();
        assertThat(robot.lookup("#yaml-find").query().isFocused()).isFalse();
        robot.write("x");
        assertThat(editor.text()).as("typed over the match").contains("x: 3s");
    }

    @Test
    void thePointerReachesTheRepairOfWhatItRestedOn() throws TimeoutException {
        var problem = Problem.error("MESH0101", Place.NOWHERE, "tiemout is no field");
        var fix = new Fix("Change to timeout", new TextEdit(0, 7, "timeout"));
        robot.interact(() -> {
            editor.begin("tiemout: 2s\nretries: 3\n");
            editor.show(List.of(new Finding(problem, 0, 7, List.of(fix))));
        });
        Bounds word = onScreen(0, 7);
        robot.moveTo(word.getCenterX(), word.getCenterY());
        robot.until(() -> robot.lookup("#yaml-fix").tryQuery().isPresent());
        robot.moveTo("#yaml-fix");
        robot.clickOn("#yaml-fix");
        assertThat(editor.text()).isEqualTo("timeout: 2s\nretries: 3\n");

        robot.interact(() -> editor.show(List.of(new Finding(problem, 0, 7, List.of(fix)))));
        robot.moveTo(word.getCenterX(), word.getCenterY());
        robot.until(() -> robot.lookup("#yaml-fix").tryQuery().isPresent());
        robot.moveTo(word.getMinX() + 600, word.getMinY() + 400);
        robot.until(() -> robot.lookup("#yaml-fix").tryQuery().isEmpty());
    }

    /// Writes a word and shows `timeout: ` as what could stand in its place.
    private void propose(String word, int start) throws TimeoutException {
        robot.write(word);
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        var proposal = new Proposal(Kind.FIELD, "timeout", "timeout: ", "");
        var answer = new Completion(start, start + word.length(), List.of(proposal));
        robot.interact(() -> waiting.removeLast().accept(answer));
        robot.until(this::isProposing);
    }

    private boolean isProposing() {
        return robot.lookup("#yaml-completion").tryQuery().filter(Node::isVisible).isPresent();
    }

    private Bounds onScreen(int start, int end) {
        var area = robot.lookup("#yaml-editor").queryAs(CodeArea.class);
        var bounds = new ArrayList<Bounds>();
        robot.interact(() -> area.getCharacterBoundsOnScreen(start, end).ifPresent(bounds::add));
        return bounds.getFirst();
    }

    private final class Slow implements Assistant {
        @Override
        public void complete(int offset, Consumer<Completion> then) {
            waiting.add(then);
        }

        @Override
        public void explain(int offset, Consumer<Optional<HoverHelp>> then) {
            then.accept(Optional.empty());
        }
    }
}
