package io.windrose.view.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Severity;
import io.windrose.kernel.Timer;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with all files, on a real folder; everything is done at once.
final class ProblemsTest {
    private static final Timer NOW =
            (_, task) -> {
                task.run();
                return Timer.Cancellation.NOTHING;
            };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path root;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private Bookshop shop;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private ConfigViewModel model;

    @BeforeEach
    void open() {
        shop = Bookshop.in(root);
        shop.write("balancers.yaml", Bookshop.BALANCERS);
        model = shop.model(Owner.direct(), Runnable::run, NOW);
    }

    @Test
    void filesThatAreNotOpenAreCountedAndListedTheWorstFirst() {
        var problems = model.problems();
        problems.showAll();

        assertThat(model.deskProperty().get()).isEqualTo(new Desk.Nothing());
        assertThat(counts("balancers.yaml")).isEqualTo("0 1, 0 1");
        assertThat(counts("payments.yaml")).isEqualTo("0 0, 1 1, 0 0");
        assertThat(problems.rowsProperty().get())
                .extracting(row -> row.finding().problem().severity())
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .hasSizeGreaterThan(3);

        problems.filterProperty().set("least_conn");
        assertThat(problems.rowsProperty().get())
                .extracting(row -> row.finding().problem().place().resource())
                .containsExactly(
                        "DestinationRule bookinfo/carts", "DestinationRule bookinfo/orders");
    }

    @Test
    void anEditOfOneFileIsSeenInTheOthers() {
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        assertThat(counts("reviews.yaml")).isEqualTo("0 0");

        model.type(text("rules.yaml").replace("- name: v3", "- name: v9"));

        assertThat(counts("reviews.yaml")).isEqualTo("2 0");
        assertThat(model.problems().count(Problems.Scope.FILE, Severity.ERROR)).isZero();

        model.discard(shop.file("rules.yaml"));
        assertThat(counts("reviews.yaml")).isEqualTo("0 0");
    }

    @Test
    void allOfAKindAreRepairedInDraftsAndBroughtBackInOneStep() {
        shop.write("more.yaml", Bookshop.BALANCERS.replace("carts", "a").replace("orders", "b"));
        model.refresh();
        model.problems().showAll();
        var row =
                model.problems().rowsProperty().get().stream()
                        .filter(one -> one.alike() > 0)
                        .findFirst()
                        .orElseThrow();
        assertThat(row.alike()).isEqualTo(4);

        model.problems().repairAll(row);

        assertThat(model.changedProperty().get())
                .containsExactly(shop.file("balancers.yaml"), shop.file("more.yaml"));
        assertThat(counts("balancers.yaml")).isEqualTo("0 0, 0 0");
        assertThat(shop.read("more.yaml")).contains("LEAST_CONN");
        assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Repaired.class);

        model.bringBack();
        assertThat(model.changedProperty().get()).isEmpty();
        assertThat(counts("balancers.yaml")).isEqualTo("0 1, 0 1");
    }

    @Test
    void draftsOfSeveralFilesAreAppliedInOneStep() {
        var more = Bookshop.BALANCERS.replace("carts", "a").replace("orders", "b");
        shop.write("more.yaml", more);
        model.refresh();
        assertThat(model.refusalOfAllProperty().get()).isEqualTo(Words.UNCHANGED);
        model.problems().showAll();
        model.problems()
                .repairAll(
                        model.problems().rowsProperty().get().stream()
                                .filter(one -> one.alike() > 0)
                                .findFirst()
                                .orElseThrow());

        model.askToApplyAll();
        assertThat(model.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.AskingAll.class, asking -> assertThat(asking.edits()).hasSize(2));
        assertThat(shop.read("more.yaml")).isEqualTo(more);
        model.apply();

        assertThat(shop.read("more.yaml")).isEqualTo(more.replace("LEAST_CONN", "LEAST_REQUEST"));
        assertThat(shop.read("balancers.yaml")).doesNotContain("LEAST_CONN");
        assertThat(model.changedProperty().get()).isEmpty();
        model.openAt(shop.file("more.yaml").toString(), 1, 1);
        model.undo(model.historyProperty().get().getFirst());
        assertThat(shop.read("more.yaml")).isEqualTo(more);
    }

    @Test
    void whatKeepsOneDraftBackKeepsAllBack() {
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        model.type(text("rules.yaml").replace("host: reviews", "hots: reviews"));

        assertThat(model.refusalOfAllProperty().get()).startsWith("rules.yaml has ");
        model.askToApplyAll();
        assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Idle.class);
        model.missingRightProperty().set("the folder is not writable");
        assertThat(model.refusalOfAllProperty().get()).startsWith("You may only read");
    }

    /// The drafts that could not be written stay; the others are written.
    @Test
    void aFileThatWasChangedMeanwhileKeepsItsDraft() {
        shop.write("more.yaml", Bookshop.BALANCERS.replace("carts", "a").replace("orders", "b"));
        model.refresh();
        for (var name : List.of("balancers.yaml", "more.yaml")) {
            model.openAt(shop.file(name).toString(), 1, 1);
            model.type(text(name) + "# mine\n");
        }
        model.askToApplyAll();
        shop.write("more.yaml", "# theirs\n");
        model.apply();

        assertThat(shop.read("balancers.yaml")).endsWith("# mine\n");
        assertThat(shop.read("more.yaml")).isEqualTo("# theirs\n");
        assertThat(model.changedProperty().get()).containsExactly(shop.file("more.yaml"));
        assertThat(model.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.WrittenAll.class,
                        all -> {
                            assertThat(all.entries()).hasSize(1);
                            assertThat(all.problems()).hasSize(1);
                        });
    }

    @Test
    void oneRepairChangesTheDraftOfAFileThatIsNotOpen() {
        model.openAt(shop.file("reviews.yaml").toString(), 1, 1);
        model.problems().showAll();
        var row =
                model.problems().rowsProperty().get().stream()
                        .filter(one -> one.file().equals(shop.file("balancers.yaml")))
                        .findFirst()
                        .orElseThrow();

        model.problems().repair(row, row.finding().fixes().getFirst());

        assertThat(model.deskProperty().get().openFile()).contains(shop.file("reviews.yaml"));
        assertThat(model.changedProperty().get()).containsExactly(shop.file("balancers.yaml"));
        model.openAt(shop.file("balancers.yaml").toString(), 1, 1);
        assertThat(text("balancers.yaml"))
                .isEqualTo(Bookshop.BALANCERS.replaceFirst("LEAST_CONN", "LEAST_REQUEST"));
    }

    @Test
    void whoStillNamesWhatGoesIsToldBeforeItIsWritten() {
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        int reviews = text("rules.yaml").lines().toList().indexOf("  name: reviews") + 1;
        model.remove(reviews);
        model.askToApply();

        assertThat(model.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.Asking.class,
                        asking ->
                                assertThat(Words.leftBehind(asking.leftBehind()))
                                        .isEqualTo(
                                                "VirtualService bookinfo/reviews (subset v3, subset"
                                                        + " v1, subset v2)"));
        model.leaveQuestion();
        model.discard(shop.file("rules.yaml"));
        model.type(text("rules.yaml") + "# nothing goes\n");
        model.askToApply();
        assertThat(model.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.Asking.class, asking -> assertThat(asking.leftBehind()).isEmpty());
    }

    @Test
    void theQuestionNamesTheFirstTwoOfSeveralObjects() {
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        model.type(text("rules.yaml").replace("- name: v1", "- name: one"));
        model.askToApply();

        assertThat(model.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.Asking.class,
                        asking ->
                                assertThat(Words.some(asking.objects()))
                                        .isEqualTo(
                                                "DestinationRule bookinfo/details, DestinationRule"
                                                        + " bookinfo/productpage and 2 more"));
    }

    @Test
    void aCheckThatIsAskedForWhileOneRunsFollowsIt() {
        var waiting = new ArrayList<Runnable>();
        model = shop.model(Owner.direct(), waiting::add, NOW);
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        model.openAt(shop.file("balancers.yaml").toString(), 1, 1);
        model.type(Bookshop.BALANCERS.replaceFirst("LEAST_CONN", "RANDOM"));
        model.type(Bookshop.BALANCERS.replace("LEAST_CONN", "RANDOM"));
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }

        assertThat(counts("balancers.yaml")).isEqualTo("0 0, 0 0");
        assertThat(model.refusalProperty().get()).isEmpty();
    }

    /// Errors and warnings of each object.
    private String counts(String name) {
        var files = new ArrayList<EditedFile>(model.filesProperty().get());
        files.removeIf(file -> !file.file().equals(shop.file(name)));
        return String.join(
                ", ",
                files.getFirst().objects().stream()
                        .map(one -> one.errors() + " " + one.warnings())
                        .toList());
    }

    private String text(String name) {
        return model.filesProperty().get().stream()
                .filter(file -> file.file().equals(shop.file(name)))
                .findFirst()
                .flatMap(EditedFile::text)
                .orElseThrow();
    }
}
