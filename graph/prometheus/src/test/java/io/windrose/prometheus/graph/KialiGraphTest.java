package io.windrose.prometheus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.kernel.Result;
import io.windrose.prometheus.FakePrometheus;
import io.windrose.prometheus.Limits;
import io.windrose.prometheus.PrometheusClient;
import io.windrose.prometheus.PrometheusTraffic;
import io.windrose.topology.MeshFacts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// From the same series we must derive the graphs that Kiali derives.
///
/// Source of the cases: kiali/kiali `graph/api/testdata`, Apache-2.0, in `shared/conformance`.
final class KialiGraphTest {
    /// Kiali prints one decimal.
    private static final double TOLERANCE = 0.06;

    @TestFactory
    Stream<DynamicTest> theGraphIsTheOneThatKialiDraws() throws IOException {
        return KialiCase.all().stream().map(each -> dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(KialiCase each) throws IOException {
        try (var prometheus = FakePrometheus.serving(each.series())) {
            var source =
                    PrometheusClient.of(prometheus.url(), Limits.DEFAULT)
                            .map(client -> new PrometheusTraffic(client, InstantSource.system()));
            var answer = source.then(traffic -> each.request().answer(traffic, MeshFacts.NONE));

            assertThat(answer.problems()).isEmpty();
            if (answer instanceof Result.Ok<GraphAnswer>(var graph, _)) {
                assertSame(each.expectedFigures(), KialiCase.figures(GraphJson.write(graph)));
            }
        }
    }

    static void assertSame(Map<String, Double> expected, Map<String, Double> actual) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(actual)
                .allSatisfy((key, value) ->
                        assertThat(Math.abs(value - expected.getOrDefault(key, Double.NaN)))
                                .as(key + ": " + value)
                                .isLessThanOrEqualTo(TOLERANCE));
    }
}
