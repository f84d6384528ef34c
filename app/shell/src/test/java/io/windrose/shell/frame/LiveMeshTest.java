package io.windrose.shell.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.testkit.FakeClock;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.demo.DemoSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LiveMeshTest {
    private final FakeClock clock = new FakeClock(DemoPicture.NOW);
    private final LiveMesh mesh =
            new LiveMesh(new DemoSession(), Pace.DEFAULT, Owner.direct(), clock);

    @Test
    void whatDidNotComeDuringAPauseIsNotMissedAfterIt() {
        mesh.pause();
        pass(120);
        assertThat(words()).isEqualTo("paused, 2 min old");

        mesh.resume();
        assertThat(words()).isEqualTo("live, 2 min ago");
        pass(15);
        assertThat(words()).isEqualTo("live, 2 min ago");
        pass(1);

        assertThat(words()).isEqualTo("no answer, 2 min");
    }

    @Test
    void aShorterPaceHasMissedNothingYet() {
        mesh.refreshEvery(Duration.ofMinutes(1));
        pass(50);

        mesh.refreshEvery(Duration.ofSeconds(2));

        assertThat(words()).isEqualTo("live, 50 s ago");
    }

    private String words() {
        return mesh.freshnessProperty().get().words();
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        mesh.tick();
    }
}
