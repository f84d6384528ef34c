package io.windrose.workspace.demo;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.prometheus.ScrapedLooks;
import io.windrose.prometheus.ScrapedLooks.Mark;
import io.windrose.prometheus.TrafficQuestion;
import io.windrose.topology.GraphType;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.build.TopologyBuilder;
import io.windrose.topology.build.TopologyOptions;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.StableLayout;
import io.windrose.topology.traffic.RateChoice;
import io.windrose.workspace.KnownMesh;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a window shows at five minutes past two: reviews-v3 fails 17.6 % since 14:02.
///
/// Drawn by the program's own code from counters as proxies would show them.
public final class DemoPicture {
    /// When all this was seen, in UTC.
    public static final Instant NOW = DemoTraffic.END;

    private static final int LAST_MINUTE = 12;

    /// Guarded by itself: looks belong to one thread at a time.
    private static final ScrapedLooks LOOKS = DemoTraffic.looks();

    private static final Picture PICTURE = picture(GraphQuestion.DEFAULT);

    private DemoPicture() {}

    public static Picture picture() {
        return PICTURE;
    }

    /// @param question of which the window does not count: rates are those of the last minute, and
    ///   the history has 60 moments of 5 s; find and hide are left out
    public static Picture picture(GraphQuestion question) {
        synchronized (LOOKS) {
            return picture(LOOKS, question);
        }
    }

    private static Picture picture(ScrapedLooks looks, GraphQuestion question) {
        var marks = looks.marks();
        var history = new ArrayList<Picture.Moment>();
        for (int i = 1; i < marks.size(); i++) {
            history.add(
                    new Picture.Moment(
                            marks.get(i).at(),
                            DemoTraffic.PACE,
                            graph(looks, marks.get(i - 1), marks.get(i), question)));
        }
        var from = marks.get(marks.size() - 1 - LAST_MINUTE);
        var graph = graph(looks, from, marks.getLast(), question);
        return new Picture(
                question,
                Reading.fresh(graph, NOW),
                StableLayout.arrange(graph),
                Duration.ofMinutes(1),
                history,
                List.of());
    }

    /// The same, while nobody answers.
    public static Picture stale(List<Problem> reasons) {
        var fresh = picture();
        return new Picture(
                fresh.question(),
                fresh.graph().stale(reasons),
                fresh.layout(),
                fresh.covered(),
                fresh.history(),
                fresh.problems());
    }

    /// Before the first answer.
    public static Picture none() {
        return new Picture(
                GraphQuestion.DEFAULT,
                Reading.none(),
                Layout.EMPTY,
                Duration.ZERO,
                List.of(),
                List.of());
    }

    private static TopologySnapshot graph(
            ScrapedLooks looks, Mark from, Mark to, GraphQuestion question) {
        var window = looks.between(from, to, TrafficQuestion.last(question.window()));
        return TopologyBuilder.build(
                window, options(question), KnownMesh.facts(DemoMesh.view().mesh()));
    }

    private static TopologyOptions options(GraphQuestion question) {
        return new TopologyOptions(
                question.type(),
                question.namespaces(),
                Optional.empty(),
                RateChoice.DEFAULT,
                question.type() != GraphType.SERVICE,
                true,
                question.idle(),
                question.idle(),
                Optional.empty(),
                Optional.empty());
    }
}
