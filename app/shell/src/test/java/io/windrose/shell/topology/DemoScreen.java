package io.windrose.shell.topology;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Reading;
import io.windrose.session.edit.Finding;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Pace;
import io.windrose.shell.panel.Doors;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Layout;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.Picture;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/// The screen's model over the story that all tests share, two seconds after its last moment.
final class DemoScreen {
    final DemoSession session = new DemoSession();
    final MovingClock clock = new MovingClock(DemoPicture.NOW.plusSeconds(2));

    /// What was asked to be opened elsewhere.
    final List<Object> opened = new CopyOnWriteArrayList<>();

    final LiveMesh live;
    final TopologyScreenViewModel model;

    DemoScreen(Owner fx, Executor background) {
        this(fx, background, Connection.Sandbox.DEFAULT);
    }

    DemoScreen(Connection connection) {
        this(Owner.direct(), Runnable::run, connection);
    }

    private DemoScreen(Owner fx, Executor background, Connection connection) {
        session.with(connection);
        live = new LiveMesh(session, Pace.DEFAULT, fx, clock);
        model =
                new TopologyScreenViewModel(
                        live,
                        new Doors() {
                            @Override
                            public void shiftTraffic(ResourceId virtualService) {
                                opened.add(virtualService);
                            }

                            @Override
                            public void openConfig(Place place) {
                                opened.add(place);
                            }

                            @Override
                            public void repair(Finding finding) {}
                        },
                        ZoneOffset.UTC,
                        fx,
                        background);
    }

    static Node service(String name) {
        return node(node -> node instanceof Node.Service && node.name().equals(name));
    }

    static Node version(String app, String version) {
        return node(node ->
                node instanceof Node.App(_, _, var name, var label)
                        && name.equals(app)
                        && label.equals(version));
    }

    /// The story without some of its nodes, seen at the same moment.
    static Picture without(Predicate<Node> gone) {
        var whole = DemoPicture.picture();
        var graph =
                whole.graph()
                        .value()
                        .orElseThrow()
                        .only(state -> !gone.test(state.node()), _ -> true);
        return new Picture(
                whole.question(),
                Reading.fresh(graph, DemoPicture.NOW),
                whole.layout(),
                whole.covered(),
                whole.history(),
                whole.problems());
    }

    static Picture empty(GraphQuestion question) {
        return new Picture(
                question,
                Reading.fresh(TopologySnapshot.EMPTY, DemoPicture.NOW),
                Layout.EMPTY,
                Duration.ofMinutes(1),
                List.of(),
                List.of());
    }

    private static Node node(Predicate<Node> wanted) {
        return DemoPicture.picture().graph().value().orElseThrow().nodes().keySet().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
