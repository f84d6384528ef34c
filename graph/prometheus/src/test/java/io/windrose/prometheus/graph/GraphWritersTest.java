package io.windrose.prometheus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.prometheus.DirectScrape;
import io.windrose.prometheus.Limits;
import io.windrose.testkit.FakeClock;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.display.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One scraped mesh in the three forms in which scripts and people get it: `golden/graph`. `mvn
/// test -Dgolden.update=true` rewrites the forms; their diff is reviewed like code.
final class GraphWritersTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/graph");

    /// The counters of `metrics-1.txt` and, ten seconds later, of `metrics-2.txt`.
    private static GraphAnswer answer(GraphFlags flags) throws IOException {
        var first = Files.readString(GOLDEN.resolve("metrics-1.txt"));
        var second = Files.readString(GOLDEN.resolve("metrics-2.txt"));
        var clock = new FakeClock();
        var start = clock.instant();
        try (var page = MetricsPage.serving(() -> clock.instant().equals(start) ? first : second)) {
            var answer =
                    flags.read()
                            .then(request ->
                                    DirectScrape.of(
                                                    List.of(page.url()),
                                                    Limits.DEFAULT,
                                                    clock,
                                                    clock::advance)
                                            .then(source ->
                                                    request.answer(source, MeshFacts.NONE)));
            return switch (answer) {
                case Result.Ok<GraphAnswer>(var graph, _) -> graph;
                case Result.Err<GraphAnswer>(var problems) -> throw new AssertionError(problems);
            };
        }
    }

    private static GraphFlags flags(String find, String hide) {
        return new GraphFlags("workload", "", "10s", "", "", "", true, false, find, hide);
    }

    private static void assertGolden(String name, String actual) throws IOException {
        var golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    @Test
    void theTablePutsTheIllOnesFirst() throws IOException {
        assertGolden("table.txt", GraphTable.write(answer(flags("", "")), false));
    }

    @Test
    void coloursOnlyPaintWholeLines() throws IOException {
        var answer = answer(flags("", ""));

        assertThat(GraphTable.write(answer, true).replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(GraphTable.write(answer, false));
    }

    @Test
    void theJsonKeepsItsContract() throws IOException {
        assertGolden("graph.json", GraphJson.write(answer(flags("failing", ""))) + "\n");
    }

    @Test
    void thePictureStandsAlone() throws IOException {
        assertGolden("graph.svg", GraphSvg.write(answer(flags("", "")), Theme.LIGHT));
    }

    @Test
    void whatIsHiddenIsGone() throws IOException {
        var json = GraphJson.write(answer(flags("", "healthy")));

        assertThat(new ObjectMapper().readTree(json).path("edges")).isEmpty();
    }

    @Test
    void withoutTrafficTheTableSaysWhatToDo() throws IOException {
        var nowhere = new GraphFlags("", "nowhere", "10s", "", "", "", false, false, "", "");

        assertThat(GraphTable.write(answer(nowhere), false))
                .isEqualTo(
                        """
                        Traffic of nowhere  (versionedApp graph, last 10 s to 12:00:10 UTC)

                        No traffic in this time. A longer --duration or --include-idle-edges shows more.
                        """);
    }

    @Test
    void everyFlagThatIsWrongIsNamedAtOnce() {
        var flags =
                new GraphFlags(
                        "mesh", "", "soon", "noon", "pod/x", "http=bytes", false, false, "?", "");

        assertThat(flags.read().problems())
                .extracting(Problem::message)
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("--graph-type mesh is not"),
                        message -> assertThat(message).startsWith("--duration soon is not"),
                        message -> assertThat(message).startsWith("--time noon is not"),
                        message -> assertThat(message).startsWith("--node pod/x is not"),
                        message -> assertThat(message).startsWith("--rates http=bytes is not"),
                        message -> assertThat(message).startsWith("in \"?\": ? is none of"));
    }
}
