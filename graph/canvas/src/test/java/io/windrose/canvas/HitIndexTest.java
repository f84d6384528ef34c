package io.windrose.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.display.GraphDrawing;
import io.windrose.topology.display.Look;
import io.windrose.topology.display.Routes;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.StableLayout;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HitIndexTest {
    private static final int POINTS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theIndexFindsWhatAWalkOverEverythingFinds(long seed) {
        var random = new SplittableRandom(seed);
        var graph = MeshSample.any(10 + random.nextInt(50), seed);
        var layout = StableLayout.arrange(graph);
        var routes = Routes.of(graph.edges().keySet(), layout);
        var drawing = GraphDrawing.of(graph, layout, routes, Look.SCREEN);
        var index = new HitIndex(layout, drawing.curves(), drawing.labels());
        var area = layout.bounds().orElseThrow().grown(60);
        for (int point = 0; point < POINTS; point++) {
            double x = area.x() + random.nextDouble(area.width());
            double y = area.y() + random.nextDouble(area.height());
            double tolerance = random.nextDouble(1, 40);

            assertThat(index.at(x, y, tolerance))
                    .as("%s %s within %s", x, y, tolerance)
                    .isEqualTo(bruteForce(layout, drawing, x, y, tolerance));
        }
    }

    private static Selection bruteForce(
            Layout layout, GraphDrawing drawing, double x, double y, double tolerance) {
        for (var entry : layout.spots().entrySet()) {
            if (HitIndex.holds(entry.getValue(), x, y)) {
                return new Selection.OfNode(entry.getKey());
            }
        }
        for (var entry : drawing.labels().entrySet()) {
            if (HitIndex.holds(entry.getValue(), x, y)) {
                return new Selection.OfEdge(entry.getKey());
            }
        }
        Selection nearest = Selection.NOTHING;
        double least = tolerance;
        for (var entry : drawing.curves().entrySet()) {
            for (int piece = 0; piece < HitIndex.PIECES; piece++) {
                var curve = entry.getValue();
                double away =
                        HitIndex.away(
                                x,
                                y,
                                curve.at((double) piece / HitIndex.PIECES),
                                curve.at((piece + 1.0) / HitIndex.PIECES));
                if (away < least) {
                    least = away;
                    nearest = new Selection.OfEdge(entry.getKey());
                }
            }
        }
        return nearest;
    }
}
