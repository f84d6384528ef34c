package io.windrose.view.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.icons.Icon;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.view.robot.QuickRobot;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.SVGPath;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The screen under the keys of a robot, on a real folder; what is asked of other threads is done
/// at once.
@ExtendWith(ApplicationExtension.class)
final class ConfigViewTest {
    private final QuickRobot robot = new QuickRobot();

    private static final Timer NOW =
            (_, task) -> {
                task.run();
                return Timer.Cancellation.NOTHING;
            };

    private final Bookshop shop;
    private final ConfigViewModel model;

    ConfigViewTest(@TempDir Path folder) {
        shop = Bookshop.in(folder);
        model = shop.model(Owner.direct(), Runnable::run, NOW);
    }

    @Start
    void start(Stage stage) {
        var view = new ConfigView(model);
        view.getStyleClass().add("wr-dark");
        var scene = new Scene(view, 1218, 826);
        Tokens.sheet().ifPresent(scene.getStylesheets()::add);
        stage.setScene(scene);
        stage.show();
        model.openAt(shop.file("reviews.yaml").toString(), 21, 5);
    }

    @Test
    void aTypoIsUnderlinedAndKeepsApplyBackUntilItIsRepaired() throws TimeoutException {
        robot.interact(() -> text().selectRange(at("timeout"), at("timeout") + 7));
        robot.interact(() -> text().replaceSelection("tiemout"));

        robot.until(() -> text().getStyleOfChar(at("tiemout")).contains("problem-error"));
        assertThat(text().getStyleOfChar(at("tiemout") + 6)).contains("problem-error");
        assertThat(text().getStyleOfChar(at("tiemout") + 7)).doesNotContain("problem-error");
        robot.until(() -> redBeneath("tiemout") > 20);
        assertThat(robot.<Long>see(() -> redBeneath("perTryTimeout"))).isZero();
        assertThat(find("#config-apply").isDisabled()).isTrue();
        assertThat(words("#config-refusal")).isEqualTo("Apply waits for the error to go.");
        assertThat(node("#config-problems", ListView.class).getItems().size()).isEqualTo(1);

        robot.interact(() -> node("#config-fix", Button.class).fire());

        assertThat(text().getText()).isEqualTo(Bookshop.REVIEWS);
        assertThat(words("#config-refusal")).isEqualTo("Nothing has changed yet.");
    }

    @Test
    void theKeyboardAloneChangesAppliesAndTakesBack() throws TimeoutException {
        robot.interact(() -> text().requestFocus());
        robot.interact(() -> text().moveTo(at("weight: 50") + 10));
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.BACK_SPACE).write("45");
        robot.interact(() -> text().moveTo(at("weight: 10") + 10));
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.BACK_SPACE).write("15");
        var wanted = Bookshop.REVIEWS.replace("weight: 50", "weight: 45").replace("10\n", "15\n");
        assertThat(text().getText()).isEqualTo(wanted);
        robot.until(() -> !find("#config-apply").isDisabled());

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(shop.read("reviews.yaml")).isEqualTo(Bookshop.REVIEWS);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.until(() -> model.phaseProperty().get() instanceof Phase.Asking);
        robot.until(() -> find("#config-apply-confirm").isFocused());
        robot.push(KeyCode.ENTER);
        robot.until(() -> shop.read("reviews.yaml").equals(wanted));
        assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Written.class);

        robot.interact(() -> model.undo(model.historyProperty().get().getFirst()));
        assertThat(shop.read("reviews.yaml")).isEqualTo(Bookshop.REVIEWS);
        assertThat(text().getText()).isEqualTo(Bookshop.REVIEWS);
    }

    @Test
    void theProblemsOfAllFilesAreReachedRepairedAndOpenedByKeys() throws TimeoutException {
        shop.write("balancers.yaml", Bookshop.BALANCERS);
        robot.interact(model::refresh);
        robot.interact(() -> text().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        robot.until(() -> find("#config-problems").isFocused());
        robot.interact(() -> model.problems().filterProperty().set("least_conn"));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.ENTER);

        robot.until(() -> model.phaseProperty().get() instanceof Phase.Repaired);
        assertThat(model.changedProperty().get()).containsExactly(shop.file("balancers.yaml"));
        robot.interact(() -> node("#config-bring-back", Button.class).fire());
        assertThat(model.changedProperty().get()).isEmpty();

        robot.interact(() -> find("#config-problems").requestFocus());
        robot.interact(
                () -> node("#config-problems", ListView.class).getSelectionModel().select(0));
        robot.push(KeyCode.ENTER);
        robot.until(() -> text().getText().equals(Bookshop.BALANCERS));
        robot.until(() -> text().isFocused());
        assertThat(text().getCurrentParagraph()).isEqualTo(9);
    }

    @Test
    void theFocusStaysInTheQuestion() throws TimeoutException {
        robot.interact(() -> model.type(Bookshop.REVIEWS.replace("weight: 50", "weight: 45")));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.until(() -> find("#config-apply-confirm").isFocused());
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.TAB);
            robot.until(() -> find(".question").lookupAll("*").stream().anyMatch(Node::isFocused));
        }
        robot.push(KeyCode.ESCAPE);
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Idle());
    }

    @Test
    void controlSpaceProposesAndEnterWrites() throws TimeoutException {
        robot.interact(() -> text().requestFocus());
        robot.interact(() -> text().moveTo(at("timeout: 2s") + 11));
        robot.push(KeyCode.ENTER).write("corsP");
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        robot.until(() -> robot.lookup("#yaml-completion").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);

        assertThat(text().getText()).contains("    timeout: 2s\n    corsPolicy:\n");
    }

    @Test
    void aFileThatIsChangedUnderTheDraftLosesNothingInAnyWayOut() throws TimeoutException {
        var theirs = Bookshop.REVIEWS.replace("exact: jason", "exact: alice");
        var mine = Bookshop.REVIEWS.replace("weight: 50", "weight: 45");
        robot.interact(() -> model.type(mine));
        shop.write("reviews.yaml", theirs);
        robot.interact(model::refresh);

        robot.until(() -> robot.lookup("#config-conflict").tryQuery().isPresent());
        assertThat(find("#config-apply").isDisabled()).isTrue();
        assertThat(shop.read("reviews.yaml")).isEqualTo(theirs);

        robot.interact(() -> node("#conflict-theirs", Button.class).fire());
        assertThat(text().getText()).isEqualTo(theirs);
        robot.interact(() -> node("#config-undo", Button.class).fire());
        assertThat(text().getText()).isEqualTo(mine);

        shop.write("reviews.yaml", Bookshop.REVIEWS);
        robot.interact(model::refresh);
        robot.until(() -> robot.lookup("#config-conflict").tryQuery().isPresent());
        robot.interact(() -> node("#conflict-mine", Button.class).fire());
        assertThat(text().getText()).isEqualTo(mine);

        shop.write("reviews.yaml", theirs);
        robot.interact(model::refresh);
        robot.until(() -> robot.lookup("#config-conflict").tryQuery().isPresent());
        robot.interact(() -> node("#conflict-merge", Button.class).fire());
        assertThat(text().getText()).isEqualTo(theirs.replace("weight: 50", "weight: 45"));
        assertThat(shop.read("reviews.yaml")).isEqualTo(theirs);
    }

    @Test
    void aNewObjectIsBegunByKeysAndTheKeyboardReturnsToTheText() throws TimeoutException {
        robot.interact(() -> text().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.until(() -> find("#new-name").isFocused());
        robot.push(KeyCode.ESCAPE);
        assertThat(model.newObjectProperty().get()).isEmpty();
        assertThat(text().isFocused()).isTrue();
        assertThat(text().getText()).isEqualTo(Bookshop.REVIEWS);

        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.write("ratings");
        robot.push(KeyCode.ENTER);
        assertThat(text().isFocused()).isTrue();
        assertThat(text().getText()).contains("  name: ratings\n");
    }

    @Test
    void theKeyboardFollowsWhatTakesThePlaceOfTheText() throws TimeoutException {
        robot.interact(() -> text().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DELETE);
        assertThat(find("#config-bring-back").isFocused()).isTrue();
        robot.push(KeyCode.SPACE);
        assertThat(text().isFocused()).isTrue();
        assertThat(text().getText()).isEqualTo(Bookshop.REVIEWS);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(find("#tab-diff").isFocused()).isTrue();

        robot.interact(() -> model.remove(1));
        robot.until(() -> !find("#config-apply").isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(words(".question .wr-heading")).isEqualTo("Delete reviews.yaml?");
        assertThat(words("#config-apply-confirm")).isEqualTo("Delete");
        assertThat(icon("#config-apply-confirm")).isEqualTo(Icon.TRASH.path());
    }

    @Test
    void deleteTakesOutTheObjectOfTheChosenRowAndNothingOnAHeading() {
        var tree = tree();
        var bookinfo = tree.getRoot().getChildren().getFirst();
        robot.interact(tree::requestFocus);
        for (var heading : List.of(bookinfo, group(tree.getRoot(), "DestinationRule"))) {
            robot.interact(() -> tree.getSelectionModel().select(heading));
            robot.push(KeyCode.DELETE);
            assertThat(model.changedProperty().get()).isEmpty();
        }
        var ratings = group(tree.getRoot(), "DestinationRule").getChildren().get(2);
        robot.interact(() -> tree.getSelectionModel().select(ratings));
        robot.push(KeyCode.DELETE);

        assertThat(words("#config-outcome .wr-banner-title"))
                .isEqualTo("DestinationRule bookinfo/ratings taken out of the draft");
        assertThat(tree.isFocused()).isTrue();
    }

    @Test
    void aDraftStaysWhileOneLooksElsewhereAndABrokenFileCanBeOpened() {
        var mine = Bookshop.REVIEWS.replace("weight: 50", "weight: 45");
        robot.interact(() -> model.type(mine));
        shop.write("broken.yaml", "kind: [oops\n");
        robot.interact(model::refresh);
        robot.interact(() -> model.openAt(shop.file("broken.yaml").toString(), 1, 1));

        assertThat(text().getText()).isEqualTo("kind: [oops\n");
        assertThat(model.diagnosisProperty().get().errors()).isEqualTo(1);

        robot.interact(() -> model.openAt(shop.file("reviews.yaml").toString(), 1, 1));
        assertThat(text().getText()).isEqualTo(mine);
        assertThat(model.changedProperty().get()).containsExactly(shop.file("reviews.yaml"));
    }

    @Test
    void whoMayOnlyReadIsToldWhichRightIsMissing() {
        robot.interact(() -> model.missingRightProperty().set("the folder is not writable"));
        robot.interact(() -> model.type(Bookshop.REVIEWS + "# more\n"));

        assertThat(find("#config-apply").isDisabled()).isTrue();
        assertThat(find("#config-dry-run").isDisabled()).isFalse();
        assertThat(words("#config-refusal"))
                .isEqualTo("You may only read: the folder is not writable.");
    }

    @Test
    void whatWasOpenedInALargeTreeStaysOpenAndChosenThroughRefreshes() {
        robot.interact(() -> {
            for (int i = 0; i < 70; i++) {
                shop.write("more-%02d.yaml".formatted(i), service("more-%02d".formatted(i)));
            }
            model.refresh();
        });
        var tree = tree();
        var services = group(tree.getRoot(), "Service");
        robot.interact(() -> services.setExpanded(true));
        robot.interact(() -> {
            shop.write("one-more.yaml", service("one-more"));
            model.refresh();
        });

        assertThat(group(tree.getRoot(), "Service")).isSameAs(services);
        assertThat(services.isExpanded()).isTrue();
        assertThat(services.getChildren()).hasSize(71);
        assertThat(tree.getSelectionModel().getSelectedItem().getValue().title())
                .isEqualTo("reviews");

        robot.interact(() -> node("#config-filter", TextField.class).setText("gateway"));
        robot.interact(() -> node("#config-filter", TextField.class).setText(""));
        assertThat(group(tree.getRoot(), "Service").isExpanded()).isTrue();
    }

    @Test
    void everyRowAndFieldHasWordsForWhoCannotSeeIt() throws TimeoutException {
        robot.interact(() -> model.type(Bookshop.REVIEWS.replace("timeout", "tiemout")));
        robot.until(() -> !node("#config-problems", ListView.class).getItems().isEmpty());
        robot.push(KeyCode.F8);
        robot.push(KeyCode.CONTROL, KeyCode.F);

        var mute =
                robot
                        .lookup(one -> one instanceof Cell<?> || one instanceof TextField)
                        .queryAll()
                        .stream()
                        .filter(one -> !(one instanceof Cell<?> cell && cell.isEmpty()))
                        .filter(one -> one.getAccessibleText() == null)
                        .toList();
        assertThat(mute).isEmpty();
        assertThat(spoken(".line-sign > *"))
                .containsExactly(
                        "Error: "
                                + model.diagnosisProperty()
                                        .get()
                                        .findings()
                                        .getFirst()
                                        .problem()
                                        .message());
        assertThat(spoken(".tree-cell")).contains("reviews, 1 error, draft");
    }

    private List<String> spoken(String nodes) {
        return robot.lookup(nodes).queryAll().stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String service(String name) {
        return "apiVersion: v1\nkind: Service\nmetadata:\n  name: %s\nspec: {}\n".formatted(name);
    }

    @SuppressWarnings("unchecked") // the only tree of the screen
    private TreeView<TreeRow> tree() {
        return node("#config-tree", TreeView.class);
    }

    private static TreeItem<TreeRow> group(TreeItem<TreeRow> root, String title) {
        return root.getChildren().stream()
                .flatMap(namespace -> namespace.getChildren().stream())
                .filter(one -> one.getValue().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /// Pixels of the red of errors where the line under a word is drawn, on the screen itself.
    private long redBeneath(String word) {
        var bounds =
                text().getCharacterBoundsOnScreen(at(word), at(word) + word.length())
                        .map(text()::screenToLocal)
                        .orElseThrow();
        var picture = text().snapshot(null, null).getPixelReader();
        int foot = (int) bounds.getMaxY();
        return IntStream.range((int) bounds.getMinX(), (int) bounds.getMaxX())
                .boxed()
                .flatMap(x ->
                        IntStream.range(foot - 3, foot + 3).mapToObj(y -> picture.getColor(x, y)))
                .filter(color -> color.getRed() > 1.5 * Math.max(color.getGreen(), color.getBlue()))
                .count();
    }

    private int at(String word) {
        return text().getText().indexOf(word);
    }

    private CodeArea text() {
        return node("#yaml-editor", CodeArea.class);
    }

    private String icon(String id) {
        var glyph = (Parent) node(id, Labeled.class).getGraphic();
        return ((SVGPath) glyph.getChildrenUnmodifiable().getFirst()).getContent();
    }

    private String words(String id) {
        return node(id, Labeled.class).getText();
    }

    private Node find(String id) {
        return node(id, Node.class);
    }

    private <T extends Node> T node(String id, Class<T> type) {
        return robot.see(() -> robot.lookup(id).queryAs(type));
    }
}
