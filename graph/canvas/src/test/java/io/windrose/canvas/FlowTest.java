package io.windrose.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.topology.Edge;
import io.windrose.topology.display.Curve;
import io.windrose.topology.display.Paint;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlowTest {
    /// A straight one of 1,200 pixels.
    private static final Curve LINE =
            new Curve(new Point(0, 0), new Point(400, 0), new Point(800, 0), new Point(1_200, 0));

    private static final Area NOWHERE = new Area(-10, -10, 0, 0);

    private static Edge edge() {
        return MeshSample.story().from(MeshSample.REVIEWS).stream()
                .filter(edge -> edge.key().equals(MeshSample.FAILING))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> dots(Flow flow, double seconds) {
        var places = new ArrayList<Double>();
        flow.forEachDot(seconds, (x, _, _) -> places.add(x));
        return places;
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "1000, 160", "1000000, 160"})
    void theBusiestRunFourTimesAsFastAsTheQuietest(double rate, double speed) {
        assertThat(Flow.speed(rate)).isEqualTo(speed, within(1e-9));
    }

    @Test
    void aDotMovesByItsSpeed() {
        var flow = new Flow(edge(), LINE, NOWHERE, Flow.weight(edge()), false);

        double before = dots(flow, 10).getLast();
        double after = dots(flow, 10.1).getLast();

        assertThat(after - before).isEqualTo(Flow.speed(2.5) / 10, within(0.5));
    }

    @Test
    void aQuieterEdgeHasFewerDotsInProportion() {
        var busy = new Flow(edge(), LINE, NOWHERE, Flow.weight(edge()), false);
        var quiet = new Flow(edge(), LINE, NOWHERE, 4 * Flow.weight(edge()), false);

        assertThat(dots(busy, 50).size())
                .isBetween(3 * dots(quiet, 50).size(), 5 * dots(quiet, 50).size());
    }

    @Test
    void noDotRunsOverTheLabel() {
        var label = new Area(500, -10, 100, 20);
        var flow = new Flow(edge(), LINE, label, Flow.weight(edge()), false);

        for (double seconds = 0; seconds < 5; seconds += 0.05) {
            assertThat(dots(flow, seconds)).noneMatch(x -> x >= 500 && x <= 600);
        }
    }

    @Test
    void aboutEverySixthDotIsAnErrorWhere17PercentFail() {
        var flow = new Flow(edge(), LINE, NOWHERE, Flow.weight(edge()), false);
        var paints = new ArrayList<Paint>();
        for (double seconds = 0; seconds < 60; seconds += 7) {
            flow.forEachDot(seconds, (_, _, paint) -> paints.add(paint));
        }

        double errors = paints.stream().filter(Paint.FAILING::equals).count();
        assertThat(errors / paints.size()).isEqualTo(0.176, within(0.04));
    }
}
