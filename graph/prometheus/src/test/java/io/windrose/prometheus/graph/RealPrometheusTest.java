package io.windrose.prometheus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.kernel.Result;
import io.windrose.prometheus.Limits;
import io.windrose.prometheus.PrometheusClient;
import io.windrose.prometheus.PrometheusTraffic;
import io.windrose.prometheus.StockPrometheus;
import io.windrose.topology.MeshFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The same as [KialiGraphTest], with the series in a real Prometheus.
final class RealPrometheusTest {
    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> theGraphIsTheOneThatKialiDraws() throws IOException {
        return KialiCase.all().stream().map(each -> dynamicTest(each.name(), () -> check(each)));
    }

    private void check(KialiCase each) throws IOException, InterruptedException {
        var own = Files.createDirectory(folder.resolve(each.name()));
        try (var prometheus =
                StockPrometheus.remembering(
                        own, each.series(), each.request().time().orElseThrow())) {
            var answer =
                    PrometheusClient.of(prometheus.url(), Limits.DEFAULT)
                            .map(client -> new PrometheusTraffic(client, InstantSource.system()))
                            .then(traffic -> each.request().answer(traffic, MeshFacts.NONE));

            assertThat(answer.problems()).isEmpty();
            if (answer instanceof Result.Ok<GraphAnswer>(var graph, _)) {
                KialiGraphTest.assertSame(
                        each.expectedFigures(), KialiCase.figures(GraphJson.write(graph)));
            }
        }
    }
}
