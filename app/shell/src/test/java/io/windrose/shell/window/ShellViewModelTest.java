package io.windrose.shell.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.shell.FakeOpener;
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

    private final FakeOpener opener = new FakeOpener();
    private final ShellViewModel model =
            new ShellViewModel(
                    opener,
                    MeshSession::close,
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
        var folder = new Connection.Folder(Path.of("mesh-config"));
        model.connect(SANDBOX);
        model.connect(folder);
        opener.asked().getFirst().answer().complete(Result.err(TAKEN));

        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Connecting(folder, ""));
    }

    @Test
    void connectingElsewhereEndsTheSessionBefore() {
        var first = new DemoSession();
        model.connect(SANDBOX);
        opener.newest().answer().complete(Result.ok(first));
        model.connect(SANDBOX);

        assertThat(first.told()).last().isEqualTo("close");
    }
}
