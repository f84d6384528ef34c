package io.windrose.shell.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.workspace.session.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FreshnessTest {
    private static final Instant THEN = Instant.parse("2026-11-21T14:05:00Z");
    private static final Reading<String> GRAPH = Reading.fresh("graph", THEN);
    private static final Problem SILENT =
            Problem.error("MESH1801", Place.NOWHERE, "Prometheus does not answer");

    @Test
    void aPictureIsLiveUntilThreeRefreshesAreMissed() {
        assertThat(words(GRAPH, 2)).isEqualTo("live, 2 s ago");
        assertThat(words(GRAPH, 15)).isEqualTo("live, 15 s ago");
        assertThat(words(GRAPH, 16)).isEqualTo("no answer, 16 s");
    }

    @Test
    void aStalePictureNamesTheCause() {
        var freshness =
                Freshness.of(
                        Connection.Sandbox.DEFAULT,
                        GRAPH.stale(List.of(SILENT)),
                        Pace.DEFAULT,
                        THEN,
                        THEN.plusSeconds(34));

        assertThat(freshness)
                .isEqualTo(
                        new Freshness(
                                Freshness.State.STALE,
                                "no answer, 34 s",
                                Optional.of(Duration.ofSeconds(34)),
                                "Prometheus does not answer"));
    }

    @Test
    void nothingIsStaleWhilePausedOrWithoutMeasurements() {
        var paused =
                Freshness.of(
                        Connection.Sandbox.DEFAULT,
                        GRAPH,
                        new Pace(Duration.ofSeconds(5), true),
                        THEN,
                        THEN.plusSeconds(200));
        var files =
                Freshness.of(
                        new Connection.Folder(Path.of("mesh-config")),
                        GRAPH,
                        Pace.DEFAULT,
                        THEN,
                        THEN);

        assertThat(paused.words()).isEqualTo("paused, 3 min old");
        assertThat(files.state()).isEqualTo(Freshness.State.FILES);
    }

    @Test
    void whatIsLiveButIncompleteIsNotCalledLive() {
        var live = Freshness.of(Connection.Sandbox.DEFAULT, GRAPH, Pace.DEFAULT, THEN, THEN);

        var partial = live.lacking("one page answered HTTP 503");

        assertThat(partial.state()).isEqualTo(Freshness.State.PARTIAL);
        assertThat(partial.words()).isEqualTo("incomplete, 0 s ago");
        assertThat(partial.isCurrent()).isTrue();
    }

    private static String words(Reading<String> graph, long seconds) {
        return Freshness.of(
                        Connection.Sandbox.DEFAULT,
                        graph,
                        Pace.DEFAULT,
                        THEN,
                        THEN.plusSeconds(seconds))
                .words();
    }
}
