package io.windrose.shell.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.shell.FakeOpener;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.window.ShellViewModel.Overlay;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.MeshSession;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellViewModelTest {
    private static final Connection SANDBOX = Connection.Sandbox.DEFAULT;
    private static final Problem TAKEN =
            Problem.error("MESH1800", Place.NOWHERE, "port 15010 is taken");

    private static final Connection FOLDER = new Connection.Folder(Path.of("mesh-config"));
    private static final Unsaved DRAFT = new Unsaved(List.of("reviews.yaml"), List.of());

    private Unsaved unsaved = Unsaved.NONE;
    private final FakeOpener opener = new FakeOpener();
    private final ShellViewModel model =
            new ShellViewModel(
                    opener,
                    MeshSession::close,
                    () -> unsaved,
                    Owner.direct(),
                    InstantSource.fixed(DemoPicture.NOW));

    @Test
    void connectingSaysEachStepAndThenIsLive() {
        model.connect(SANDBOX);
        opener.newest().progress().accept("Starting the control plane");

        assertThat(model.phaseProperty().get())
                .isEqualTo(new Phase.Connecting(SANDBOX, "Starting the control plane"));

        opener.newest().answer().complete(Result.ok(new DemoSession()));

        assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Live.class);
        assertThat(model.screenProperty().get()).isEqualTo("topology");
    }

    @Test
    void aFailedConnectionKeepsItsProblemsAndCanBeTriedAgain() {
        model.connect(SANDBOX);
        opener.newest().answer().complete(Result.err(TAKEN));

        assertThat(model.phaseProperty().get())
                .isEqualTo(new Phase.Failed(SANDBOX, List.of(TAKEN)));

        model.retry();

        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Connecting(SANDBOX, ""));
        assertThat(opener.asked()).hasSize(2);
    }

    @Test
    void whatOpensAfterThePersonLeftIsClosedUnseen() {
        var late = new DemoSession();
        model.connect(SANDBOX);
        model.disconnect();
        opener.newest().answer().complete(Result.ok(late));

        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Welcome());
        assertThat(late.told()).containsExactly("close");
    }

    @Test
    void theAnswerToAnEarlierWishDoesNotEndTheLaterOne() {
        model.connect(SANDBOX);
        model.connect(FOLDER);
        opener.asked().getFirst().answer().complete(Result.err(TAKEN));

        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Connecting(FOLDER, ""));
    }

    @Test
    void theSessionBeforeEndsOnlyWhenTheNextHasOpened() {
        var first = live();
        model.connect(FOLDER);
        opener.newest().answer().complete(Result.err(TAKEN));

        assertThat(model.live().map(LiveMesh::session)).contains(first);
        assertThat(first.told()).doesNotContain("close");
        assertThat(model.noticeProperty().get().map(Notice::detail))
                .contains("port 15010 is taken");

        var second = new DemoSession();
        model.connect(FOLDER);
        opener.newest().answer().complete(Result.ok(second));

        assertThat(model.live().map(LiveMesh::session)).contains(second);
        assertThat(first.told()).last().isEqualTo("close");
    }

    @Test
    void draftsAreLostOnlyAfterAWord() {
        var session = live();
        unsaved = DRAFT;

        model.disconnect();
        assertThat(model.overlayProperty().get()).isEqualTo(Overlay.LEAVE);
        assertThat(model.atStake()).isEqualTo(DRAFT);
        model.closeOverlay();
        model.discardAndLeave();
        assertThat(session.told()).doesNotContain("close");

        model.disconnect();
        model.discardAndLeave();
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Welcome());
        assertThat(session.told()).last().isEqualTo("close");
    }

    @Test
    void aDraftBegunWhileAnotherMeshOpensIsAskedAboutToo() {
        var first = live();
        var second = new DemoSession();
        model.connect(FOLDER);
        unsaved = DRAFT;
        opener.newest().answer().complete(Result.ok(second));

        assertThat(model.overlayProperty().get()).isEqualTo(Overlay.LEAVE);
        model.closeOverlay();
        assertThat(model.live().map(LiveMesh::session)).contains(first);
        assertThat(second.told()).containsExactly("close");
    }

    private DemoSession live() {
        var session = new DemoSession();
        model.connect(SANDBOX);
        opener.newest().answer().complete(Result.ok(session));
        return session;
    }
}
