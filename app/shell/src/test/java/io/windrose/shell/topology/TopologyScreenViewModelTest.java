package io.windrose.shell.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.canvas.Selection;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.shell.panel.Phase;
import io.windrose.topology.display.Layer;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TopologyScreenViewModelTest {
    private final DemoScreen demo = new DemoScreen(Owner.direct(), Runnable::run);
    private final TopologyScreenViewModel screen = demo.model;

    @Test
    void whatIsChosenInTheGraphIsToldInThePanel() {
        var reviews = DemoScreen.service("reviews");

        screen.canvas().select(new Selection.OfNode(reviews));

        assertThat(told().story().headline().state()).isEqualTo("Degraded: v3 fails 17.6 %");
        assertThat(told().story().subject()).isEqualTo(new Subject.OfNode(reviews));
    }

    @Test
    void whatIsChosenInThePanelIsChosenInTheGraph() {
        var v3 = DemoScreen.version("reviews", "v3");
        screen.closePanel();

        screen.panel().select(new Subject.OfNode(v3));

        assertThat(screen.canvas().selectionProperty().get()).isEqualTo(new Selection.OfNode(v3));
        assertThat(screen.panelOpenProperty().get()).isTrue();
        screen.select(Subject.MESH);
        assertThat(screen.canvas().selectionProperty().get()).isEqualTo(Selection.NOTHING);
    }

    @Test
    void aChoiceSurvivesRefreshesAndSaysWhenItIsGone() {
        var v3 = DemoScreen.version("reviews", "v3");
        screen.select(new Subject.OfNode(v3));

        demo.session.show(DemoScreen.without(node -> node.name().equals("details")));
        assertThat(told().story().subject()).isEqualTo(new Subject.OfNode(v3));
        demo.session.show(DemoScreen.without(v3::equals));

        assertThat(screen.panel().phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.Gone.class,
                        gone -> assertThat(gone.words()).endsWith(" is gone since 14:05"));
        demo.session.show(DemoPicture.picture());
        assertThat(told().story().subject()).isEqualTo(new Subject.OfNode(v3));
    }

    @Test
    void noTrafficIsSaidWithTheWayOut() {
        demo.session.show(DemoScreen.empty(GraphQuestion.DEFAULT));

        assertThat(screen.stateProperty().get())
                .isInstanceOfSatisfying(
                        ScreenState.Empty.class,
                        empty -> {
                            assertThat(empty.title()).isEqualTo("No traffic in the last 1 min");
                            assertThat(empty.idleOffered()).isTrue();
                        });
        screen.showIdle(true);
        assertThat(demo.live.questionProperty().get().idle()).isTrue();
        assertThat(screen.stateProperty().get()).isEqualTo(new ScreenState.Showing());
    }

    @Test
    void filesAreDrawnThoughNobodyCallsThem() {
        var files = new DemoScreen(new Connection.Folder(Path.of("mesh")));

        assertThat(files.live.questionProperty().get().idle()).isTrue();
        assertThat(files.model.canvas().layers()).contains(Layer.IDLE);
        files.session.show(DemoScreen.empty(GraphQuestion.DEFAULT));
        assertThat(files.model.stateProperty().get())
                .isInstanceOfSatisfying(
                        ScreenState.Empty.class,
                        empty -> {
                            assertThat(empty.title()).isEqualTo("No services to draw");
                            assertThat(empty.hourOffered()).isFalse();
                        });
    }

    @Test
    void whoHidesEverythingReadsThatHeDid() {
        demo.session.show(DemoScreen.empty(GraphQuestion.DEFAULT.withHide("httpin >= 0")));

        assertThat(screen.stateProperty().get())
                .isEqualTo(new ScreenState.AllHidden("httpin >= 0"));
    }

    @Test
    void beforeTheFirstPictureItLoadsOrSaysWhyItCannot() {
        var none = DemoPicture.none();
        demo.session.show(none);
        assertThat(screen.stateProperty().get()).isEqualTo(new ScreenState.Loading());

        var why = Problem.warning("MESH1810", Place.NOWHERE, "no proxy answers");
        demo.session.show(
                new Picture(
                        none.question(),
                        none.graph().stale(List.of(why)),
                        none.layout(),
                        none.covered(),
                        none.history(),
                        none.problems()));

        assertThat(screen.stateProperty().get())
                .isEqualTo(new ScreenState.Failed("no proxy answers"));
    }

    @Test
    void afterThreeMissedRefreshesFiguresAreOldUntilANewPictureComes() {
        demo.clock.move(Duration.ofSeconds(14));
        demo.live.tick();

        assertThat(screen.canvas().staleProperty().get()).isTrue();
        assertThat(told().stale()).isTrue();
        demo.clock.move(Duration.ofSeconds(-14));
        demo.live.tick();
        assertThat(screen.canvas().staleProperty().get()).isFalse();
        assertThat(told().stale()).isFalse();
    }

    @Test
    void aPageThatDoesNotAnswerIsNamedAndNothingTurnsGrey() {
        var before = missing("a", Instant.EPOCH);
        demo.session.show(
                new Picture(
                        before.question(),
                        Reading.none(),
                        before.layout(),
                        before.covered(),
                        before.history(),
                        before.problems()));
        assertThat(screen.incompleteProperty().get()).isEmpty();

        demo.session.show(missing("a", DemoPicture.NOW.minusSeconds(120)));
        demo.session.show(missing("b", DemoPicture.NOW));

        assertThat(screen.incompleteProperty().get())
                .contains(
                        new Incomplete(
                                "Figures are incomplete since 14:03",
                                "b answered HTTP 503. All that is shown was measured; more may"
                                        + " flow."));
        assertThat(screen.canvas().staleProperty().get()).isFalse();
        assertThat(told().stale()).isFalse();
        demo.clock.move(Duration.ofSeconds(16));
        demo.live.tick();
        assertThat(screen.incompleteProperty().get()).isEmpty();
        demo.session.show(DemoPicture.picture());
        demo.clock.move(Duration.ofSeconds(-16));
        demo.live.tick();
        assertThat(screen.incompleteProperty().get()).isEmpty();
    }

    private static Picture missing(String page, Instant at) {
        var whole = DemoPicture.picture();
        return new Picture(
                whole.question(),
                new Reading<>(whole.graph().value(), at, List.of()),
                whole.layout(),
                whole.covered(),
                whole.history(),
                List.of(Problem.warning("MESH1503", Place.NOWHERE, page + " answered HTTP 503")));
    }

    @Test
    void anExpressionIsAskedOnlyWhenItCanBeRead() {
        screen.find().type("version = v3");
        screen.find().apply();
        screen.find().type("version ~ v3");
        screen.find().apply();

        assertThat(demo.live.questionProperty().get().find()).isEqualTo("version = v3");
        assertThat(screen.find().problemProperty().get()).contains("version ~ v3");
        assertThat(screen.find().historyProperty().get())
                .containsExactly(new Query(Query.Mode.FIND, "version = v3"));
    }

    @Test
    void findingAndHidingDoNotOverwriteEachOther() {
        screen.find().use(new Query(Query.Mode.FIND, "failing"));
        screen.find().use(new Query(Query.Mode.HIDE, "healthy"));
        screen.find().use(Query.Mode.FIND);

        assertThat(screen.find().textProperty().get()).isEqualTo("failing");
        screen.find().clear(Query.Mode.FIND);
        assertThat(demo.live.questionProperty().get().find()).isEmpty();
        assertThat(demo.live.questionProperty().get().hide()).isEqualTo("healthy");
    }

    private Phase.Telling told() {
        return (Phase.Telling) screen.panel().phaseProperty().get();
    }
}
