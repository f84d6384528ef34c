package io.windrose.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import org.junit.jupiter.api.Test;

final class OpenSessionsTest {
    private final FakeOpener opener = new FakeOpener();
    private final OpenSessions sessions = new OpenSessions(opener);

    @Test
    void theEndWaitsForWhatStillOpensAndEndsIt() throws Exception {
        var late = new DemoSession();
        var _ = sessions.open(Connection.Sandbox.DEFAULT, _ -> {});

        var end = Thread.ofPlatform().start(sessions::endAll);
        while (end.getState() != Thread.State.WAITING
                && end.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        opener.newest().answer().complete(Result.ok(late));
        end.join();

        assertThat(late.told()).containsExactly("close");
    }

    @Test
    void whatDidNotOpenHoldsUpNothing() {
        var _ = sessions.open(Connection.Sandbox.DEFAULT, _ -> {});
        var _ = sessions.open(Connection.Sandbox.DEFAULT, _ -> {});
        opener.asked()
                .getFirst()
                .answer()
                .complete(
                        Result.err(
                                Problem.error("MESH1800", Place.NOWHERE, "port 15010 is taken")));
        opener.newest().answer().completeExceptionally(new IllegalStateException("a bug"));

        sessions.endAll();

        assertThat(opener.asked()).hasSize(2);
    }
}
