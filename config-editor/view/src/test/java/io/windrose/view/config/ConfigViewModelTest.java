package io.windrose.view.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Timer;
import io.windrose.session.EditedFolder;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private String openText() {
        return model.deskProperty().get().openDraft().orElseThrow().text();
    }
}
