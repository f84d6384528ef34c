package io.windrose.workspace.journey;

import static io.windrose.workspace.journey.RunningSandbox.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.session.EditedFolder;
import io.windrose.session.ShiftRequest;
import io.windrose.topology.Edge;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One sandbox; every test leaves it as it found it.
///
/// `-Dwindrose.long=true` asks often enough to tell 75 % from 73.
final class JourneyTest {
    /// Enough for each expectation to lie beyond 3.5 standard deviations of pure chance.
    private static final int REQUESTS = Boolean.getBoolean("windrose.long") ? 12_000 : 4_000;

    private static final String FAULT =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: ratings
              namespace: default
            spec:
              hosts:
              - ratings
              http:
              - fault:
                  abort:
                    percentage:
                      value: 50
                    httpStatus: 503
                route:
                - destination:
                    host: ratings
            """;

    @TempDir private static Path temp;
    private static Path configDir;
    private static RunningSandbox sandbox;

    @BeforeAll
    static void aMeshOnThisComputer() {
        configDir = temp.resolve("config");
        sandbox = RunningSandbox.start(configDir);
    }

    @AfterAll
    static void itIsGone() {
        sandbox.close();
    }

    @Test
    void theGraphShowsBookinfoWithLocksInsideTheMeshOnly() {
        var graph = sandbox.graphOf(400);

        assertThat(names(graph, Node.Service.class))
                .containsExactly("details", "productpage", "ratings", "reviews");
        assertThat(names(graph, Node.Workload.class))
                .containsExactly(
                        "details-v1",
                        "istio-ingressgateway",
                        "productpage-v1",
                        "ratings-v1",
                        "reviews-v1",
                        "reviews-v2",
                        "reviews-v3");
        assertThat(mtls(graph, JourneyTest::isFromOutside)).containsExactly("unknown 0 %");
        // The last step to the product page carries both: the gateway's requests, and those from
        // outside.
        assertThat(mtls(graph, edge -> !isFromOutside(edge) && !isLastStepToThePage(edge)))
                .containsExactly(
                        "details 100 %",
                        "istio-ingressgateway 100 %",
                        "productpage-v1 100 %",
                        "ratings 100 %",
                        "reviews 100 %",
                        "reviews-v2 100 %",
                        "reviews-v3 100 %");
        assertThat(errors(graph)).isEmpty();
    }

    @Test
    void aShiftMovesTheTrafficAndUndoPutsTheFileBack() throws Exception {
        var edited = new EditedFolder(configDir, temp.resolve("state"), InstantSource.system());
        var file = configDir.resolve("reviews.yaml");
        var before = Files.readAllBytes(file);
        var asked = good(ShiftRequest.parse("reviews.default", List.of("v1=75", "v3=25"), ""));

        sandbox.edit(() -> good(edited.apply(good(edited.plan(asked)))));
        var graph = sandbox.graphOf(REQUESTS);

        var shares = sharesOfReviews(graph);
        assertThat(shares.get("reviews-v1")).isCloseTo(75, within(3.0));
        assertThat(shares.get("reviews-v3")).isCloseTo(25, within(3.0));
        assertThat(shares.getOrDefault("reviews-v2", 0.0)).isCloseTo(0, within(0.1));
        assertThat(errors(graph)).isEmpty();

        sandbox.edit(() -> good(edited.undoNewest()));

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(sharesOfReviews(sandbox.graphOf(400)).keySet())
                .containsExactly("reviews-v1", "reviews-v2", "reviews-v3");
    }

    @Test
    void anInjectedFaultStandsOnItsEdgeAndGoesWithItsFile() throws Exception {
        var file = configDir.resolve("ratings.yaml");

        sandbox.edit(() -> Files.writeString(file, FAULT));
        var broken = sandbox.graphOf(REQUESTS);
        sandbox.edit(() -> Files.delete(file));
        var mended = sandbox.graphOf(400);

        var toRatings = reviewsToRatings(broken);
        assertThat(answers(toRatings)).containsExactly("200 -", "503 FI");
        assertThat(toRatings.errorPercent()).isCloseTo(50, within(5.0));
        assertThat(errors(broken))
                .containsExactly("reviews-v2 -> ratings", "reviews-v3 -> ratings");
        assertThat(answers(reviewsToRatings(mended))).containsExactly("200 -");
        assertThat(errors(mended)).isEmpty();
    }

    private static SortedSet<String> names(TopologySnapshot graph, Class<? extends Node> kind) {
        var names = new TreeSet<String>();
        graph.nodes().keySet().stream()
                .filter(kind::isInstance)
                .map(Node::name)
                .forEach(names::add);
        return names;
    }

    /// What the sources' edges measured, `unmeasured` where no destination reported.
    private static SortedSet<String> mtls(TopologySnapshot graph, Predicate<Edge> wanted) {
        var shown = new TreeSet<String>();
        for (var edge : graph.edges().values()) {
            if (wanted.test(edge)) {
                var percent = edge.traffic().mtlsPercent();
                shown.add(
                        edge.source().name()
                                + (percent.isPresent()
                                        ? " " + Math.round(percent.getAsDouble()) + " %"
                                        : " unmeasured"));
            }
        }
        return shown;
    }

    private static boolean isFromOutside(Edge edge) {
        return edge.source() instanceof Node.Unknown;
    }

    private static boolean isLastStepToThePage(Edge edge) {
        return edge.source() instanceof Node.Service && edge.source().name().equals("productpage");
    }

    /// Edges on which something failed.
    private static List<String> errors(TopologySnapshot graph) {
        return graph.edges().values().stream()
                .filter(edge -> edge.traffic().errorRate() > 0)
                .map(edge -> edge.source().name() + " -> " + edge.target().name())
                .sorted()
                .toList();
    }

    /// Percent of the requests to `reviews` by workload.
    private static SortedMap<String, Double> sharesOfReviews(TopologySnapshot graph) {
        var shares = new TreeMap<String, Double>();
        var reviews = node(graph, Node.Service.class, "reviews");
        double all = graph.outbound(reviews).values().iterator().next().ratePerSecond();
        graph.from(reviews)
                .forEach(edge ->
                        shares.put(
                                edge.target().name(), 100 * edge.traffic().ratePerSecond() / all));
        return shares;
    }

    private static Traffic reviewsToRatings(TopologySnapshot graph) {
        return graph.to(node(graph, Node.Service.class, "ratings")).stream()
                .map(Edge::traffic)
                .reduce(Traffic.IDLE, Traffic::plus);
    }

    /// Response codes with their flags.
    private static SortedSet<String> answers(Traffic traffic) {
        var answers = new TreeSet<String>();
        traffic.responses()
                .forEach((code, response) ->
                        response.rateByFlags()
                                .keySet()
                                .forEach(flags -> answers.add(code + " " + flags)));
        return answers;
    }

    private static Node node(TopologySnapshot graph, Class<? extends Node> kind, String name) {
        return graph.nodes().keySet().stream()
                .filter(node -> kind.isInstance(node) && node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
