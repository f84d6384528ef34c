package io.windrose.desktop.picture;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Layout;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.Picture;
import java.time.Duration;
import java.util.List;

/// In which of its states a screen is drawn; the mesh behind it is real in all of them.
enum State {
    LIVE,
    LOADING,
    EMPTY,
    STALE,
    PARTIAL,
    ERROR,
    READ_ONLY;

    private static final Duration SINCE = Duration.ofSeconds(14);

    /// What the screen is shown in place of `real`.
    Picture of(Picture real) {
        return switch (this) {
            case LIVE, READ_ONLY, ERROR -> real;
            case PARTIAL ->
                    new Picture(
                            real.question(),
                            real.graph(),
                            real.layout(),
                            real.covered(),
                            real.history(),
                            List.of(noPage()));
            case LOADING -> with(real, Reading.none(), Layout.EMPTY);
            case EMPTY ->
                    with(
                            real,
                            Reading.fresh(TopologySnapshot.EMPTY, real.graph().at()),
                            Layout.EMPTY);
            case STALE ->
                    with(
                            real,
                            new Reading<>(
                                    real.graph().value(),
                                    real.graph().at().minus(SINCE),
                                    List.of(noAnswer())),
                            real.layout());
        };
    }

    Access of(Access real) {
        return this == READ_ONLY ? new Access.MayRead("the folder is not writable") : real;
    }

    static Problem noAnswer() {
        return Problem.error("MESH1954", Place.NOWHERE, "the proxies do not answer");
    }

    /// As one page of several is reported that is behind a proxy which is going away.
    private static Problem noPage() {
        return Problem.warning(
                "MESH1503",
                Place.NOWHERE,
                "http://10.0.0.7:15020/stats/prometheus answered HTTP 503; expected metrics in"
                        + " Prometheus' text format, as proxies expose");
    }

    private static Picture with(Picture real, Reading<TopologySnapshot> graph, Layout layout) {
        return new Picture(
                real.question(), graph, layout, real.covered(), real.history(), real.problems());
    }
}
