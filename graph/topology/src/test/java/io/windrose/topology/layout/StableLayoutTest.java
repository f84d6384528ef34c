package io.windrose.topology.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StableLayoutTest {
    private static final int MOMENTS = 8;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /// Nodes of up to four namespaces; each is there with a probability of three in four.
    private static TopologySnapshot anyGraph(SplittableRandom random) {
        var nodes = new ArrayList<NodeState>();
        nodes.add(NodeState.of(new Node.Unknown()));
        for (int i = 0; i < 16; i++) {
            if (random.nextInt(4) > 0) {
                var namespace = "ns" + i % 4;
                nodes.add(
                        NodeState.of(
                                i % 3 == 0
                                        ? new Node.Service("k", namespace, "service" + i)
                                        : new Node.Workload("k", namespace, "workload-" + i)));
            }
        }
        var edges = new ArrayList<Edge>();
        var keys = new TreeSet<EdgeKey>();
        for (int i = 0; i < nodes.size(); i++) {
            var source = nodes.get(random.nextInt(nodes.size())).node();
            var target = nodes.get(random.nextInt(nodes.size())).node();
            var key = new EdgeKey(source, target, Protocol.HTTP);
            if (keys.add(key)) {
                edges.add(new Edge(key, Traffic.IDLE, Health.NONE));
            }
        }
        return TopologySnapshot.of(GraphType.WORKLOAD, nodes, edges);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoStaysDoesNotMoveAndNothingOverlaps(long seed) {
        var random = new SplittableRandom(seed);
        var layout = Layout.EMPTY;
        for (int moment = 0; moment < MOMENTS; moment++) {
            var graph = anyGraph(random);
            var before = layout;

            layout = StableLayout.next(before, graph);

            assertThat(layout.spots().keySet()).isEqualTo(graph.nodes().keySet());
            layout.spots()
                    .forEach((node, spot) ->
                            assertThat(before.spots().getOrDefault(node, spot)).isEqualTo(spot));
            assertNoOverlap(layout.spots().values().stream().map(Spot::area).toList());
            assertNoOverlap(List.copyOf(layout.boxes().values()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyArrangementIsRepeatableAndNothingOverlaps(long seed) {
        for (var arrangement : Arrangement.values()) {
            var first = arrangement.of(anyGraph(new SplittableRandom(seed)));
            var second = arrangement.of(anyGraph(new SplittableRandom(seed)));

            assertThat(second).isEqualTo(first);
            assertNoOverlap(first.spots().values().stream().map(Spot::area).toList());
            assertNoOverlap(List.copyOf(first.boxes().values()));
        }
    }

    @Test
    void aNodeMovedByHandMovesAlone() {
        var layout = StableLayout.arrange(anyGraph(new SplittableRandom(3)));
        var node = layout.spots().firstKey();

        var moved = layout.moved(node, new Point(1_000, 2_000));

        assertThat(moved.spots().get(node))
                .extracting(Spot::centre)
                .isEqualTo(new Point(1_000, 2_000));
        assertThat(without(node, moved)).isEqualTo(without(node, layout));
    }

    @Test
    void whoComesBackFindsHisPlace() {
        var all = anyGraph(new SplittableRandom(7));
        var away = all.nodes().lastKey();
        var fewer = all.only(state -> !state.node().equals(away), _ -> true);

        var before = StableLayout.arrange(all);
        var after = StableLayout.next(StableLayout.next(before, fewer), all);

        assertThat(after.spots()).isEqualTo(before.spots());
    }

    @Test
    void callersStandLeftOfCallees() {
        var caller = new Node.Workload("k", "a", "caller");
        var callee = new Node.Workload("k", "b", "callee");
        var graph =
                TopologySnapshot.of(
                        GraphType.WORKLOAD,
                        List.of(NodeState.of(caller), NodeState.of(callee)),
                        List.of(
                                new Edge(
                                        new EdgeKey(caller, callee, Protocol.HTTP),
                                        Traffic.IDLE,
                                        Health.NONE)));

        var spots = StableLayout.arrange(graph).spots();

        assertThat(x(spots.get(caller))).isLessThan(x(spots.get(callee)));
    }

    private static Map<Node, Spot> without(Node node, Layout layout) {
        var rest = new TreeMap<>(layout.spots());
        rest.remove(node);
        return rest;
    }

    private static double x(@org.jspecify.annotations.Nullable Spot spot) {
        return spot == null ? Double.NaN : spot.centre().x();
    }

    private static void assertNoOverlap(List<Area> areas) {
        for (int i = 0; i < areas.size(); i++) {
            for (int j = i + 1; j < areas.size(); j++) {
                assertThat(areas.get(i).overlaps(areas.get(j)))
                        .as(areas.get(i) + " and " + areas.get(j))
                        .isFalse();
            }
        }
    }
}
