package io.windrose.view.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.file.FileEdit;
import io.windrose.config.schema.Schemas;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The screen without its nodes, on a real folder; everything is done at once.
final class ConfigViewModelTest {
    private static final String MINE = Bookshop.REVIEWS.replace("weight: 50", "weight: 45");
    private static final Timer NOW =
            (_, task) -> {
                task.run();
                return Timer.Cancellation.NOTHING;
            };

    private final List<Throwable> faults = new ArrayList<>();
    private final Owner fx = new Owner(Runnable::run, () -> true, faults::add);

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
        model = shop.model(fx, Runnable::run, NOW);
        model.openAt(shop.file("reviews.yaml").toString(), 1, 1);
    }

    @Test
    void aDiscardedDraftCanBeBroughtBackAlsoFromElsewhere() {
        model.type(MINE);
        model.discard(shop.file("reviews.yaml"));
        assertThat(openText()).isEqualTo(Bookshop.REVIEWS);
        assertThat(model.changedProperty().get()).isEmpty();

        model.bringBack();
        assertThat(openText()).isEqualTo(MINE);

        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        model.discard(shop.file("reviews.yaml"));
        assertThat(model.changedProperty().get()).isEmpty();
        assertThat(model.deskProperty().get().openFile()).contains(shop.file("rules.yaml"));
    }

    @Test
    void aDraftWhoseFileIsGoneIsListedAndCanBeWrittenAnewAndTakenBack() throws IOException {
        model.type(MINE);
        Files.delete(shop.file("reviews.yaml"));
        model.refresh();
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);

        assertThat(model.goneProperty().get()).containsExactly(shop.file("reviews.yaml"));
        model.openAt(shop.file("reviews.yaml").toString(), 1, 1);
        assertThat(openText()).isEqualTo(MINE);

        model.askToApply();
        model.apply();
        assertThat(shop.read("reviews.yaml")).isEqualTo(MINE);
        assertThat(model.goneProperty().get()).isEmpty();

        model.undo(model.historyProperty().get().getFirst());
        assertThat(shop.read("reviews.yaml")).isEqualTo(Bookshop.REVIEWS);
    }

    @Test
    void aDiscardedDraftWithoutAFileLeavesNothingBehind() throws IOException {
        model.type(MINE);
        Files.delete(shop.file("reviews.yaml"));
        model.refresh();
        model.discard(shop.file("reviews.yaml"));

        assertThat(model.changedProperty().get()).isEmpty();
        assertThat(model.goneProperty().get()).isEmpty();
        assertThat(model.deskProperty().get()).isEqualTo(new Desk.Nothing());

        model.bringBack();
        assertThat(openText()).isEqualTo(MINE);
        assertThat(model.goneProperty().get()).hasSize(1);
    }

    @Test
    void aNewObjectIsDraftedInAFileOfItsOwnWrittenAndTakenBack() {
        var asked = ask("networking.istio.io/DestinationRule", "carts");
        assertThat(asked.fileProperty().get()).isEqualTo("destinationrule-carts.yaml");
        assertThat(asked.namespaceProperty().get()).isEqualTo("bookinfo");
        asked.create();

        var file = shop.file("destinationrule-carts.yaml");
        assertThat(model.newObjectProperty().get()).isEmpty();
        assertThat(openText()).isEqualTo(asked.previewProperty().get());
        assertThat(model.goneProperty().get()).isEmpty();
        assertThat(model.filesProperty().get()).extracting(EditedFile::file).contains(file);
        assertThat(file).doesNotExist();

        model.askToApply();
        model.apply();
        assertThat(file).content().isEqualTo(asked.previewProperty().get());

        model.undo(model.historyProperty().get().getFirst());
        assertThat(file).doesNotExist();
    }

    @Test
    void aNewObjectCanJoinAFile() {
        var asked = ask("security.istio.io/PeerAuthentication", "strict");
        asked.fileProperty().set("reviews.yaml");
        asked.create();

        assertThat(openText())
                .isEqualTo(Bookshop.REVIEWS + "---\n" + asked.previewProperty().get());
        assertThat(model.jumpProperty().get().line())
                .isEqualTo((int) Bookshop.REVIEWS.lines().count() + 2);

        model.discard(shop.file("reviews.yaml"));
        assertThat(openText()).isEqualTo(Bookshop.REVIEWS);
    }

    @Test
    void aNewObjectIsRefusedInWords() {
        var asked = ask("networking.istio.io/VirtualService", "");
        assertThat(asked.refusalProperty().get()).isEqualTo("Give it a name.");
        asked.nameProperty().set("reviews");
        assertThat(asked.refusalProperty().get())
                .isEqualTo("VirtualService bookinfo/reviews stands in reviews.yaml already.");
        asked.namespaceProperty().set("payments");
        assertThat(asked.refusalProperty().get()).isEmpty();
        asked.fileProperty().set("../reviews.yaml");
        assertThat(asked.refusalProperty().get())
                .isEqualTo("The file must lie in the folder, by a name without a dot first.");

        asked.create();
        assertThat(model.changedProperty().get()).isEmpty();
    }

    @Test
    void aNewObjectEndsWhatCouldBeBroughtBack() {
        model.type(MINE);
        model.discard(shop.file("reviews.yaml"));
        var asked = ask("security.istio.io/PeerAuthentication", "strict");
        asked.fileProperty().set("reviews.yaml");
        asked.create();
        var begun = openText();
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Idle());

        model.bringBack();
        assertThat(openText()).isEqualTo(begun).contains("name: strict");
    }

    @Test
    void aNewObjectWaitsForTheDecisionAboutItsFile() {
        model.type(MINE);
        var asked = ask("security.istio.io/PeerAuthentication", "strict");
        asked.fileProperty().set("reviews.yaml");
        assertThat(asked.refusalProperty().get()).isEmpty();
        shop.write("reviews.yaml", Bookshop.REVIEWS.replace("weight: 50", "weight: 30"));
        model.refresh();
        asked.create();

        assertThat(asked.refusalProperty().get())
                .isEqualTo("reviews.yaml is in conflict; decide first.");
        assertThat(model.newObjectProperty().get()).contains(asked);
        model.askForNew();
        assertThat(model.newObjectProperty().get()).contains(asked);
    }

    @Test
    void anotherKindOfTheSameNameIsAnotherObject() {
        var asked = ask("gateway.networking.k8s.io/Gateway", "bookinfo");
        assertThat(asked.refusalProperty().get()).isEmpty();
        asked.kindProperty().set(Schemas.of("networking.istio.io/Gateway").orElseThrow());
        var refused = "Gateway bookinfo/bookinfo stands in gateway.yaml already.";
        assertThat(asked.refusalProperty().get()).isEqualTo(refused);
        asked.kindProperty().set(Schemas.of("gateway.networking.k8s.io/Gateway").orElseThrow());
        asked.create();

        asked = ask("gateway.networking.k8s.io/Gateway", "bookinfo");
        asked.namespaceProperty().set("bookinfo");
        assertThat(asked.refusalProperty().get())
                .isEqualTo("Gateway bookinfo/bookinfo stands in gateway-bookinfo.yaml already.");
    }

    /// As where the system knows a file under a name of other letters' case.
    @Test
    void aFileThatIsThereUnderAnotherNameIsRefusedInWords() throws IOException {
        Files.createSymbolicLink(shop.file("loop"), shop.folder());
        var asked = ask("networking.istio.io/Sidecar", "all");
        asked.fileProperty().set("loop/reviews.yaml");
        asked.create();
        model.askToApply();
        model.apply();

        assertThat(model.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Problem::code)
                                        .containsExactly("MESH0403"));
        assertThat(shop.read("reviews.yaml")).isEqualTo(Bookshop.REVIEWS);
    }

    @Test
    void anEmptyFileThatIsThereIsNotCalledNew() {
        var folder =
                new Folder.Files(List.of(EditedFile.of(shop.file("empty.yaml"), "")), List.of());
        var there = Draft.of(shop.file("empty.yaml"), "").with("kind: A\n");
        var fresh = Draft.of(shop.file("fresh.yaml"), "").with("kind: A\n");

        assertThat(Words.draft(Optional.of(there), folder)).isEqualTo("Draft, not applied");
        assertThat(Words.question(there.edit(""), folder))
                .isEqualTo("Apply the changes to empty.yaml?");
        assertThat(Words.deed(there.edit(""), folder, List.of()))
                .isEqualTo("The file is replaced in one step");
        assertThat(Words.draft(Optional.of(fresh), folder)).isEqualTo("New, not applied");
        assertThat(Words.question(fresh.edit(""), folder)).isEqualTo("Create fresh.yaml?");
        assertThat(Words.deed(fresh.edit(""), folder, List.of())).isEqualTo("The file is new");
    }

    @Test
    void aDiscardedNewFileIsNoLongerListed() {
        ask("networking.istio.io/Sidecar", "all").create();
        model.discard(shop.file("sidecar-all.yaml"));

        assertThat(model.deskProperty().get()).isEqualTo(new Desk.Nothing());
        assertThat(model.filesProperty().get()).hasSize(4);
    }

    @Test
    void oneObjectOfAFileIsDeletedAndBroughtBack() {
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        var before = openText();
        model.remove(1);
        assertThat(model.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.Removed.class,
                        removed ->
                                assertThat(removed.object())
                                        .isEqualTo("DestinationRule bookinfo/details"));
        assertThat(openText()).doesNotContain("name: details").contains("name: productpage");

        model.bringBack();
        assertThat(openText()).isEqualTo(before);
        assertThat(model.changedProperty().get()).isEmpty();
    }

    @Test
    void anObjectInsideOfAListIsNotDeletedWithTheOthers() {
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        var list = "apiVersion: v1\nkind: List\nitems:\n- {kind: A}\n- {kind: B}\n";
        model.type(list);

        model.remove(4);

        assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Refused.class);
        assertThat(openText()).isEqualTo(list);
    }

    @Test
    void theHistoryNamesTheObjectThatChangedAndNoneOfSeveral() {
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        var ratings = openText().lines().toList().indexOf("  name: ratings") + 1;
        model.remove(ratings);
        model.askToApply();
        model.apply();
        model.type(openText().replace("name: v1", "name: v9"));
        model.askToApply();
        model.apply();

        assertThat(model.historyProperty().get())
                .extracting(entry -> entry.edit().resource())
                .containsExactly("", "DestinationRule bookinfo/ratings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "mesh/../mesh"})
    void aDeletionIsTakenBackWhateverTheWayToTheFolder(String way) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), shop.folder());
        var file = root.resolve(way).resolve("reviews.yaml");
        model = over(new EditedFolder(root.resolve(way), shop.state(), InstantSource.system()));
        model.openAt(file.toString(), 1, 1);
        model.remove(1);
        model.askToApply();
        model.apply();
        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        model.openAt(file.toString(), 1, 1);
        assertThat(model.deletedProperty().get()).containsExactly(file);

        model.undo(model.historyProperty().get().getFirst());
        assertThat(model.refusalProperty().get()).isEqualTo("Nothing has changed yet.");
        assertThat(openText()).isEqualTo(Bookshop.REVIEWS);
        assertThat(model.deletedProperty().get()).isEmpty();
    }

    @Test
    void readingsOfTheHistoryDoNotOvertakeOneAnother() {
        var waiting = new ArrayList<Runnable>();
        var folder = new EditedFolder(shop.folder(), shop.state(), InstantSource.system());
        var history = new HistoryReader(folder, new Aside(waiting::add, fx), Optional::empty);
        var file = shop.file("reviews.yaml");
        history.read();
        history.read();
        assertThat(waiting).hasSize(1);
        assertThat(folder.apply(new FileEdit(file, Bookshop.REVIEWS, "", "", "")))
                .isInstanceOf(Result.Ok.class);
        waiting.removeFirst().run();
        assertThat(history.deletedProperty().get()).isEmpty();

        assertThat(waiting).hasSize(1);
        waiting.removeFirst().run();
        assertThat(history.deletedProperty().get()).containsExactly(file);
        assertThat(waiting).isEmpty();
    }

    @Test
    void theOnlyObjectOfAFileGoesWithItAndComesBackFromHistory() {
        model.remove(4);
        model.askToApply();
        model.apply();
        assertThat(shop.file("reviews.yaml")).doesNotExist();
        assertThat(model.historyProperty().get().getFirst().edit().resource())
                .isEqualTo("VirtualService bookinfo/reviews");

        model.openAt(shop.file("rules.yaml").toString(), 1, 1);
        assertThat(model.deletedProperty().get()).hasSize(1);
        model.openAt(model.deletedProperty().get().getFirst().toString(), 1, 1);
        assertThat(model.refusalProperty().get())
                .isEqualTo("The file was deleted; its history can bring it back.");
        model.undo(model.historyProperty().get().getFirst());

        assertThat(shop.read("reviews.yaml")).isEqualTo(Bookshop.REVIEWS);
        assertThat(model.deletedProperty().get()).isEmpty();
    }

    @Test
    void whatCannotBeReadOfTheFolderIsSaid() throws IOException {
        Files.createSymbolicLink(shop.file("loop"), shop.folder());
        model.refresh();

        assertThat(model.folderProperty().get())
                .isInstanceOfSatisfying(
                        Folder.Files.class,
                        found -> {
                            assertThat(found.files()).hasSize(4);
                            assertThat(found.unseen())
                                    .extracting(one -> one.place().file())
                                    .containsExactly(shop.file("loop").toString());
                        });
    }

    @Test
    void aBugDuringTheWritingEndsTheWritingAndIsReported() {
        InstantSource broken =
                () -> {
                    throw new IllegalStateException("no clock");
                };
        model = over(new EditedFolder(shop.folder(), shop.state(), broken));
        model.openAt(shop.file("reviews.yaml").toString(), 1, 1);
        model.type(MINE);
        model.askToApply();
        model.apply();

        assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Refused.class);
        assertThat(model.refusalProperty().get()).isEmpty();
        assertThat(faults)
                .hasSize(1)
                .first()
                .extracting(Throwable::getCause)
                .hasToString("java.lang.IllegalStateException: no clock");
    }

    @Test
    void aBugDuringTheReadingEndsTheReadingAndTheNextOneIsAsGoodAsAny() throws IOException {
        Path inside;
        EditedFolder broken;
        try (var files =
                FileSystems.newFileSystem(root.resolve("mesh.zip"), Map.of("create", "true"))) {
            inside = files.getPath("/");
            broken = new EditedFolder(inside, shop.state(), InstantSource.system());
        }
        model = over(broken);
        model.refresh();

        assertThat(faults).hasSize(2);
        assertThat(model.folderProperty().get())
                .isInstanceOfSatisfying(
                        Folder.Unreadable.class,
                        found ->
                                assertThat(found.problems())
                                        .extracting(Problem::code)
                                        .containsExactly("MESH1850"));
    }

    private ConfigViewModel over(EditedFolder folder) {
        return new ConfigViewModel(new ConfigViewModel.Ports(folder, fx, Runnable::run, NOW));
    }

    private NewObject ask(String kind, String name) {
        model.askForNew();
        var asked = model.newObjectProperty().get().orElseThrow();
        asked.kindProperty().set(Schemas.of(kind).orElseThrow());
        asked.nameProperty().set(name);
        return asked;
    }

    private String openText() {
        return model.deskProperty().get().openDraft().orElseThrow().text();
    }
}
