package io.windrose.shell.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Kind;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Reading;
import io.windrose.registry.MeshSnapshot;
import io.windrose.session.edit.Finding;
import io.windrose.topology.GraphType;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Layout;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.Headline;
import io.windrose.workspace.story.Story;
import io.windrose.workspace.story.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PanelViewModelTest {
    private static final Node REVIEWS_V3 = new Node.App("", "bookinfo", "reviews", "v3");
    private static final Node RATINGS = new Node.Service("", "bookinfo", "ratings");
    private static final ResourceId ROUTE =
            ResourceId.of(Kind.VIRTUAL_SERVICE, "bookinfo", "reviews");
    private static final Place FILE = Place.at("reviews.yaml", 12, 1);
    private static final MeshView MESH =
            new MeshView(
                    Path.of("mesh"), ConfigSnapshot.EMPTY, MeshSnapshot.EMPTY, 0, Optional.empty());

    private final List<Object> opened = new ArrayList<>();
    private final PanelViewModel panel =
            new PanelViewModel(
                    (picture, _, subject) -> tell(picture, subject),
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
                    opened::add,
                    new Access.MayEdit(),
                    ZoneOffset.UTC,
                    Owner.direct(),
                    Runnable::run);

    @Test
    void nothingIsSaidBeforeTheFirstPicture() {
        assertThat(panel.phaseProperty().get()).isEqualTo(new Phase.Waiting());
    }

    @Test
    void whatIsChosenIsToldWithItsShapeAndTheColoursOfTheGraph() {
        panel.show(picture("14:04", REVIEWS_V3, RATINGS), MESH, false);

        panel.select(new Subject.OfNode(RATINGS));

        assertThat(panel.phaseProperty().get())
                .isEqualTo(
                        new Phase.Telling(
                                story(new Subject.OfNode(RATINGS)),
                                NodeShape.HEXAGON,
                                new VersionColours(List.of("v3")),
                                false));
    }

    @Test
    void whatIsGoneSaysSinceWhenUntilItComesBack() {
        panel.show(picture("14:04", REVIEWS_V3), MESH, false);
        panel.select(new Subject.OfNode(REVIEWS_V3));

        panel.show(picture("14:05"), MESH, false);
        panel.show(picture("14:09"), MESH, false);

        assertThat(panel.phaseProperty().get())
                .isEqualTo(
                        new Phase.Gone(
                                "reviews v3",
                                "reviews v3 is gone since 14:05",
                                "No traffic in the last 1 min"));
        panel.show(picture("14:10", REVIEWS_V3), MESH, false);
        assertThat(panel.phaseProperty().get()).isInstanceOf(Phase.Telling.class);
    }

    @Test
    void whatAnotherQuestionLeavesOutIsNotCalledGone() {
        panel.show(picture("14:04", REVIEWS_V3), MESH, false);
        panel.select(new Subject.OfNode(REVIEWS_V3));
        var asked = GraphQuestion.DEFAULT;

        assertThat(leftOut(asked.withType(GraphType.SERVICE)))
                .isEqualTo("The graph shows services");
        assertThat(leftOut(asked.withNamespaces(List.of("default"))))
                .isEqualTo("Shown is namespace default");
        assertThat(leftOut(asked.withHide("name = reviews")))
                .isEqualTo("Hidden is what matches “name = reviews”");
        assertThat(leftOut(asked.withWindow(Duration.ofSeconds(30))))
                .isEqualTo("No traffic in the last 30 s");
        panel.show(picture("14:06", asked.withWindow(Duration.ofMinutes(5))), MESH, false);
        assertThat(panel.phaseProperty().get())
                .isEqualTo(
                        new Phase.Gone(
                                "reviews v3",
                                "reviews v3 is gone since 14:06",
                                "No traffic in the last 5 min"));
    }

    @Test
    void whatIsLeftOutComesBackWithTheQuestionThatShowedIt() {
        panel.show(picture("14:04", REVIEWS_V3), MESH, false);
        panel.select(new Subject.OfNode(REVIEWS_V3));
        panel.show(
                picture("14:05", GraphQuestion.DEFAULT.withHide("healthy").withFind("failing")),
                MESH,
                false);

        panel.showAgain();

        assertThat(opened).containsExactly(GraphQuestion.DEFAULT.withFind("failing"));
    }

    @Test
    void anOldPictureIsToldAsOld() {
        panel.show(picture("14:04", RATINGS), MESH, true);

        assertThat(panel.phaseProperty().get())
                .isInstanceOfSatisfying(
                        Phase.Telling.class, told -> assertThat(told.stale()).isTrue());
    }

    @Test
    void actionsLeadToTheSplitAndToTheFile() {
        panel.show(picture("14:04", REVIEWS_V3), MESH, false);
        panel.select(new Subject.OfNode(REVIEWS_V3));

        panel.shiftTraffic();
        panel.openConfig();

        assertThat(opened).containsExactly(ROUTE, FILE);
    }

    @Test
    void theWholeMeshHasNothingToShift() {
        panel.show(picture("14:04", REVIEWS_V3), MESH, false);

        panel.shiftTraffic();

        assertThat(opened).isEmpty();
        assertThat(panel.shiftHindrance())
                .contains("No VirtualService divides the traffic of Whole mesh");
    }

    private static Optional<Story> tell(Picture picture, Subject subject) {
        return switch (subject) {
            case Subject.Mesh _ -> Optional.of(story(subject));
            case Subject.OfEdge _ -> Optional.empty();
            case Subject.OfNode(var node) ->
                    picture.graph()
                            .value()
                            .filter(graph -> graph.nodes().containsKey(node))
                            .map(_ -> story(subject));
        };
    }

    private static Story story(Subject subject) {
        boolean whole = subject instanceof Subject.Mesh;
        boolean shiftable = subject.equals(new Subject.OfNode(REVIEWS_V3));
        return new Story(
                subject,
                whole ? "Whole mesh" : shiftable ? "reviews" : "ratings",
                shiftable ? "v3" : "",
                "",
                new Headline(Health.Status.HEALTHY, "Healthy", "", Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                shiftable ? Optional.of(ROUTE) : Optional.empty(),
                shiftable ? Optional.of(FILE) : Optional.empty());
    }

    private String leftOut(GraphQuestion question) {
        panel.show(picture("14:05", question), MESH, false);
        return ((Phase.LeftOut) panel.phaseProperty().get()).cause();
    }

    private static Picture picture(String time, Node... nodes) {
        return picture(time, GraphQuestion.DEFAULT, nodes);
    }

    private static Picture picture(String time, GraphQuestion question, Node... nodes) {
        var graph =
                TopologySnapshot.of(
                        GraphType.VERSIONED_APP,
                        List.of(nodes).stream().map(NodeState::of).toList(),
                        List.of());
        return new Picture(
                question,
                Reading.fresh(graph, Instant.parse("2026-11-21T" + time + ":00Z")),
                Layout.EMPTY,
                Duration.ofMinutes(1),
                List.of(),
                List.of());
    }
}
