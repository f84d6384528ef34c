package io.windrose.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.kernel.Owner;
import io.windrose.topology.Badge;
import io.windrose.topology.GraphType;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.Detail;
import io.windrose.topology.display.Layer;
import io.windrose.topology.layout.Arrangement;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.StableLayout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TopologyViewModelTest {
    private static final TopologySnapshot STORY = MeshSample.story();
    private static final Layout LAYOUT = StableLayout.arrange(STORY);

    private final TopologyViewModel model = new TopologyViewModel(Owner.direct(), Runnable::run);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private void start() {
        model.resize(900, 700, List.of());
        model.show(STORY, LAYOUT);
    }

    private void choose(Node node) {
        model.select(new Selection.OfNode(node));
    }

    private Point centre(Node node) {
        var spot = model.shownProperty().get().layout().spots().get(node);
        return spot == null ? new Point(Double.NaN, Double.NaN) : spot.centre();
    }

    /// Whatever is done in whatever order, the picture stays one that can be drawn.
    @ParameterizedTest
    @MethodSource("seeds")
    void everyVerbLeavesADrawablePicture(long seed) {
        var random = new SplittableRandom(seed);
        start();
        for (int step = 0; step < 60; step++) {
            anyVerb(random);

            var camera = model.cameraProperty().get();
            var shown = model.shownProperty().get();
            var look = model.lookProperty().get();
            assertThat(camera.zoom()).isBetween(Camera.LEAST, Camera.MOST);
            assertThat(camera.x()).isFinite();
            assertThat(shown.layout().spots().keySet()).isEqualTo(shown.graph().nodes().keySet());
            assertThat(shown.routes().curves().keySet()).isEqualTo(shown.graph().edges().keySet());
            assertThat(look.detail()).isEqualTo(Detail.at(camera.zoom()));
            assertThat(look.lifted()).isSubsetOf(shown.graph().edges().keySet());
            if (model.selectionProperty().get() instanceof Selection.OfNode(var node)) {
                assertThat(look.chosen()).isEqualTo(Set.of(node));
            } else {
                assertThat(look.chosen()).isEmpty();
            }
        }
    }

    private void anyVerb(SplittableRandom random) {
        var nodes = List.copyOf(STORY.nodes().keySet());
        var edges = List.copyOf(STORY.edges().keySet());
        var node = nodes.get(random.nextInt(nodes.size()));
        switch (random.nextInt(14)) {
            case 0 -> choose(node);
            case 1 -> model.select(new Selection.OfEdge(edges.get(random.nextInt(edges.size()))));
            case 2, 3, 4 -> model.walk(List.of(Direction.values()).get(random.nextInt(4)));
            case 5 ->
                    model.zoom(random.nextDouble(0.1, 5), random.nextInt(900), random.nextInt(700));
            case 6 -> model.pan(random.nextInt(-2_000, 2_000), random.nextInt(-2_000, 2_000));
            case 7 -> model.fit();
            case 8 -> model.toggle(List.of(Layer.values()).get(random.nextInt(7)));
            case 9 ->
                    model.place(
                            node,
                            new Point(random.nextInt(2_000), random.nextInt(2_000)),
                            random.nextBoolean());
            case 10 -> model.show(without(random, nodes), LAYOUT);
            case 11 -> model.toggleNeighbourhood();
            case 12 -> model.outward();
            default -> model.arrange(Arrangement.LAYERED);
        }
        model.show(STORY, LAYOUT);
    }

    private static TopologySnapshot without(SplittableRandom random, List<Node> nodes) {
        var away = nodes.get(random.nextInt(nodes.size()));
        return STORY.only(state -> !state.node().equals(away), _ -> true);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePointUnderThePointerStaysWhileZooming(long seed) {
        var random = new SplittableRandom(seed);
        start();
        double x = random.nextInt(900);
        double y = random.nextInt(700);
        var before = model.cameraProperty().get().toPicture(x, y);

        model.zoom(random.nextDouble(0.05, 20), x, y);

        var after = model.cameraProperty().get().toPicture(x, y);
        assertThat(after.distance(before)).isLessThan(1e-6);
    }

    @Test
    void theKeysWalkAlongEdgesAndBack() {
        start();
        var visited = new ArrayList<Selection>();
        for (var direction :
                List.of(
                        Direction.RIGHT,
                        Direction.RIGHT,
                        Direction.DOWN,
                        Direction.UP,
                        Direction.LEFT,
                        Direction.LEFT)) {
            model.walk(direction);
            visited.add(model.selectionProperty().get());
        }

        assertThat(visited)
                .containsExactly(
                        new Selection.OfNode(MeshSample.INGRESS),
                        new Selection.OfNode(MeshSample.PRODUCTPAGE),
                        new Selection.OfNode(sibling(MeshSample.PRODUCTPAGE)),
                        new Selection.OfNode(MeshSample.PRODUCTPAGE),
                        new Selection.OfNode(MeshSample.INGRESS),
                        new Selection.OfNode(MeshSample.INGRESS));
    }

    /// The other one that the gateway calls.
    private static Node sibling(Node node) {
        return STORY.from(MeshSample.INGRESS).stream()
                .map(edge -> edge.target())
                .filter(target -> !target.equals(node))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasPlacedByHandStaysUntilItIsArranged() {
        start();
        var there = new Point(1_500, 1_200);

        model.place(MeshSample.RATINGS, there, true);
        model.show(STORY, LAYOUT);

        assertThat(centre(MeshSample.RATINGS)).isEqualTo(there);
        model.arrange(Arrangement.LAYERED);
        assertThat(model.shownProperty().get().layout()).isEqualTo(LAYOUT);
    }

    @Test
    void anArrangementOutlivesTheNextPictures() {
        start();
        model.arrange(Arrangement.FORCE);
        var forced = model.shownProperty().get().layout();

        model.show(STORY, LAYOUT);

        assertThat(forced.spots()).isNotEqualTo(LAYOUT.spots());
        assertThat(model.shownProperty().get().layout().spots()).isEqualTo(forced.spots());
    }

    @Test
    void unchangedNodesKeepTheirPlaceAndEdgesTheirWay() {
        start();
        var before = model.shownProperty().get();

        model.show(STORY, StableLayout.next(LAYOUT, STORY));

        assertThat(model.shownProperty().get().layout().spots()).isEqualTo(before.layout().spots());
        assertThat(model.shownProperty().get().routes()).isSameAs(before.routes());
    }

    @Test
    void escapeLeavesOneLevelAtATime() {
        start();
        choose(MeshSample.REVIEWS);
        model.toggleNeighbourhood();
        model.hover(new Selection.OfNode(MeshSample.RATINGS));

        assertThat(model.outward()).isTrue();
        assertThat(model.hoverProperty().get()).isEqualTo(Selection.NOTHING);
        assertThat(model.lookProperty().get().dimmed())
                .contains(MeshSample.RATINGS)
                .doesNotContain(MeshSample.REVIEWS_V3);
        assertThat(model.outward()).isTrue();
        assertThat(model.lookProperty().get().dimmed()).isEmpty();
        assertThat(model.outward()).isTrue();
        assertThat(model.selectionProperty().get()).isEqualTo(Selection.NOTHING);
        assertThat(model.outward()).isFalse();
    }

    @Test
    void aFailingEdgeLiftsTheWayOnWhichRequestsComeToIt() {
        start();

        model.select(new Selection.OfEdge(MeshSample.FAILING));

        assertThat(model.lookProperty().get().lifted())
                .extracting(key -> key.target())
                .containsExactlyInAnyOrder(
                        MeshSample.PRODUCTPAGE, MeshSample.REVIEWS, MeshSample.REVIEWS_V3);
    }

    @Test
    void enterOpensWhatIsChosenAndNothingElse() {
        start();
        var opened = new ArrayList<Selection>();
        model.setOnOpen(opened::add);

        model.open();
        choose(MeshSample.REVIEWS);
        model.open();

        assertThat(opened).containsExactly(new Selection.OfNode(MeshSample.REVIEWS));
    }

    @Test
    void aNodeReadsAsOneSentence() {
        start();

        assertThat(model.describe(new Selection.OfNode(MeshSample.REVIEWS)))
                .isEqualTo(
                        "reviews, service, degraded, 24.6 requests per second, 1.8 percent errors");
        assertThat(model.describe(new Selection.OfEdge(MeshSample.FAILING)))
                .isEqualTo(
                        "reviews to reviews v3, http, failing, 2.5 requests per second,"
                                + " 17.6 percent errors, 100 percent mutual TLS");
    }

    @Test
    void idleNodesAppearWithTheirLayer() {
        var idle = NodeState.of(MeshSample.DETAILS).withBadge(Badge.IDLE);
        var graph =
                TopologySnapshot.of(
                        GraphType.VERSIONED_APP,
                        List.of(NodeState.of(MeshSample.RATINGS), idle),
                        List.of());
        model.resize(900, 700, List.of());
        model.show(graph, StableLayout.arrange(graph));

        assertThat(model.shownProperty().get().graph().nodes()).hasSize(1);
        model.setLayers(EnumSet.allOf(Layer.class));
        assertThat(model.shownProperty().get().graph().nodes()).hasSize(2);
    }

    @Test
    void theWholeGraphFitsUntilTheUserMoves() {
        start();
        assertThat(isWholeInView(900, 700)).isTrue();

        model.resize(600, 500, List.of());
        assertThat(isWholeInView(600, 500)).isTrue();

        model.pan(-400, 0);
        var moved = model.cameraProperty().get();
        model.resize(500, 400, List.of());
        model.show(STORY, LAYOUT);
        assertThat(model.cameraProperty().get()).isEqualTo(moved);
    }

    private boolean isWholeInView(double width, double height) {
        var view = model.cameraProperty().get().view(width, height);
        var bounds = model.shownProperty().get().layout().bounds().orElseThrow();
        return view.x() <= bounds.x()
                && view.y() <= bounds.y()
                && view.right() >= bounds.right()
                && view.bottom() >= bounds.bottom();
    }

    @Test
    void zoomStopsAtItsLimits() {
        start();
        model.zoom(100, 0, 0);
        assertThat(model.cameraProperty().get().zoom()).isEqualTo(Camera.MOST);
        model.zoom(1e-4, 0, 0);
        assertThat(model.cameraProperty().get().zoom()).isEqualTo(Camera.LEAST);
        model.zoomActual();
        assertThat(model.cameraProperty().get().zoom()).isEqualTo(1, within(1e-9));
    }
}
