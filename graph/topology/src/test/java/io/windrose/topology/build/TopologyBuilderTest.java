package io.windrose.topology.build;

import static io.windrose.topology.Samples.gateway;
import static io.windrose.topology.Samples.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Health;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Samples;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.traffic.PeerSecurity;
import io.windrose.topology.traffic.Protocol;
import io.windrose.topology.traffic.Reporter;
import io.windrose.topology.traffic.TrafficWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TopologyBuilderTest {
    private static final Node REVIEWS = new Node.Workload("k", "default", "reviews-v2");
    private static final Node RATINGS = new Node.Workload("k", "default", "ratings-v1");
    private static final Node RATINGS_SERVICE = new Node.Service("k", "default", "ratings");

    private static TopologySnapshot workloads(Samples samples) {
        return TopologyBuilder.build(
                samples.window(),
                TopologyOptions.of(GraphType.WORKLOAD, Set.of("default", "istio-system")),
                MeshFacts.NONE);
    }

    private static TopologySnapshot withServices(Samples samples) {
        return TopologyBuilder.build(
                samples.window(),
                TopologyOptions.of(GraphType.WORKLOAD, Set.of()).withServiceNodes(),
                MeshFacts.NONE);
    }

    private static Edge edge(TopologySnapshot graph, Node source, Node target) {
        return Optional.ofNullable(graph.edges().get(new EdgeKey(source, target, Protocol.HTTP)))
                .orElseThrow(() -> new AssertionError(graph.edges().keySet().toString()));
    }

    private static NodeState node(TopologySnapshot graph, Node node) {
        return Optional.ofNullable(graph.nodes().get(node)).orElseThrow();
    }

    @Test
    void bookinfoHasFourServicesAndSevenWorkloads() {
        var samples =
                new Samples()
                        .call(gateway(), workload("productpage", "v1"), "200", 18)
                        .plaintext(workload("productpage", "v1"), 2)
                        .call(workload("productpage", "v1"), workload("details", "v1"), "200", 20);
        for (var version : List.of("v1", "v2", "v3")) {
            samples.call(workload("productpage", "v1"), workload("reviews", version), "200", 6);
        }
        samples.call(workload("reviews", "v2"), workload("ratings", "v1"), "200", 6)
                .call(workload("reviews", "v3"), workload("ratings", "v1"), "200", 6);

        var kinds = new TreeMap<String, Integer>();
        withServices(samples).nodes().keySet().forEach(n -> kinds.merge(n.kind(), 1, Integer::sum));

        assertThat(kinds).isEqualTo(Map.of("service", 4, "workload", 7, "unknown", 1));
    }

    @Test
    void aRequestThatBothEndsReportCountsOnce() {
        var graph =
                workloads(
                        new Samples()
                                .call(
                                        workload("reviews", "v2"),
                                        workload("ratings", "v1"),
                                        "200",
                                        10));

        assertThat(edge(graph, REVIEWS, RATINGS).traffic().ratePerSecond()).isEqualTo(10);
    }

    @Test
    void aFaultThatReachedNoWorkloadStandsOnTheEdgeToItsService() {
        var graph =
                withServices(
                        new Samples()
                                .call(
                                        workload("reviews", "v2"),
                                        workload("ratings", "v1"),
                                        "200",
                                        5)
                                .fault(workload("reviews", "v2"), "ratings", "503", "FI", 5));

        var asked = edge(graph, REVIEWS, RATINGS_SERVICE);
        assertThat(asked.traffic().errorPercent()).isEqualTo(50);
        assertThat(asked.traffic().responses().get("503"))
                .isNotNull()
                .satisfies(response ->
                        assertThat(response.rateByFlags()).isEqualTo(Map.of("FI", 5.0)));
        assertThat(asked.health().status()).isEqualTo(Health.Status.FAILING);
        assertThat(edge(graph, RATINGS_SERVICE, RATINGS).traffic().errorPercent()).isZero();
        assertThat(node(graph, RATINGS_SERVICE).health())
                .isEqualTo(new Health(Health.Status.FAILING, "50.0 % 5xx"));
        assertThat(node(graph, RATINGS).health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void mutualTlsIsWhatDestinationsMeasured() {
        var productpage = workload("productpage", "v1");
        var graph =
                withServices(
                        new Samples()
                                .call(gateway(), productpage, "200", 9)
                                .plaintext(productpage, 1));
        var service = new Node.Service("k", "default", "productpage");
        var gateway = new Node.Workload("k", "istio-system", "istio-ingressgateway");

        assertThat(edge(graph, gateway, service).traffic().mtlsPercent())
                .isEqualTo(OptionalDouble.of(100));
        assertThat(edge(graph, new Node.Unknown(), service).traffic().mtlsPercent())
                .isEqualTo(OptionalDouble.of(0));
        assertThat(
                        edge(graph, service, new Node.Workload("k", "default", "productpage-v1"))
                                .traffic()
                                .mtlsPercent())
                .isEqualTo(OptionalDouble.of(90));
    }

    @Test
    void whereNoDestinationReportedMutualTlsIsNotKnown() {
        var graph =
                workloads(
                        new Samples()
                                .http(
                                        Reporter.SOURCE,
                                        workload("reviews", "v2"),
                                        workload("ratings", "v1"),
                                        "ratings",
                                        "200",
                                        "-",
                                        PeerSecurity.UNKNOWN,
                                        3));

        assertThat(edge(graph, REVIEWS, RATINGS).traffic().mtlsPercent()).isEmpty();
    }

    @Test
    void aCallerIsNotBlamedForWhatItIsAnswered() {
        var graph =
                workloads(
                        new Samples()
                                .call(
                                        workload("productpage", "v1"),
                                        workload("reviews", "v2"),
                                        "200",
                                        5)
                                .call(
                                        workload("reviews", "v2"),
                                        workload("ratings", "v1"),
                                        "500",
                                        5));

        assertThat(node(graph, REVIEWS).health()).isEqualTo(Health.HEALTHY);
        assertThat(node(graph, RATINGS).health().status()).isEqualTo(Health.Status.FAILING);
    }

    @Test
    void durationsComeFromTheDestinationsBuckets() {
        var reviews = workload("reviews", "v2");
        var ratings = workload("ratings", "v1");
        var graph =
                workloads(
                        new Samples()
                                .call(reviews, ratings, "200", 5)
                                .took(reviews, ratings, 5, 100));

        assertThat(edge(graph, REVIEWS, RATINGS).traffic().durationMillis(0.95).orElse(-1))
                .isCloseTo(95, within(0.001));
    }

    @Test
    void aServiceInFrontOfOneVersionIsOneNodeWithItAndOneOfSeveralStays() {
        var facts =
                new MeshFacts(
                        "",
                        List.of(
                                version("ratings", "v1"),
                                version("reviews", "v1"),
                                version("reviews", "v2")),
                        List.of(
                                new MeshFacts.ServiceFact(
                                        "default", "ratings", Set.of(Badge.FAULT_INJECTION))));
        var samples =
                new Samples()
                        .call(workload("productpage", "v1"), workload("reviews", "v2"), "200", 3)
                        .call(workload("reviews", "v2"), workload("ratings", "v1"), "200", 1)
                        .fault(workload("reviews", "v2"), "ratings", "503", "FI", 1)
                        .fault(workload("reviews", "v2"), "details", "503", "FI", 1);

        var graph =
                TopologyBuilder.build(
                        samples.window(),
                        TopologyOptions.of(GraphType.VERSIONED_APP, Set.of()).withFoldedServices(),
                        facts);

        var reviews = new Node.App("k", "default", "reviews", "v2");
        var ratings = new Node.App("k", "default", "ratings", "v1");
        assertThat(graph.nodes().keySet())
                .containsExactlyInAnyOrder(
                        new Node.App("k", "default", "productpage", "v1"),
                        new Node.Service("k", "default", "reviews"),
                        reviews,
                        ratings,
                        new Node.Service("k", "default", "details"));
        var edge = edge(graph, reviews, ratings);
        assertThat(edge.traffic().ratePerSecond()).isEqualTo(2);
        assertThat(edge.traffic().errorPercent()).isEqualTo(50);
        assertThat(node(graph, ratings).badges()).containsExactly(Badge.FAULT_INJECTION);
        assertThat(node(graph, ratings).health().status()).isEqualTo(Health.Status.FAILING);
    }

    private static MeshFacts.WorkloadFact version(String app, String version) {
        return new MeshFacts.WorkloadFact(
                "default", app + "-" + version, app, version, MtlsMode.STRICT, Set.of());
    }

    @Test
    void configuredModesAndIdleWorkloadsComeFromTheMesh() {
        var facts =
                new MeshFacts(
                        "",
                        List.of(
                                new MeshFacts.WorkloadFact(
                                        "default",
                                        "ratings-v1",
                                        "ratings",
                                        "v1",
                                        MtlsMode.STRICT,
                                        Set.of()),
                                new MeshFacts.WorkloadFact(
                                        "default",
                                        "ratings-v2",
                                        "ratings",
                                        "v2",
                                        MtlsMode.PERMISSIVE,
                                        Set.of())),
                        List.of());
        var base = TopologyOptions.of(GraphType.WORKLOAD, Set.of("default"));
        var options =
                new TopologyOptions(
                        base.type(),
                        base.namespaces(),
                        base.focus(),
                        base.rates(),
                        false,
                        false,
                        true,
                        true,
                        Optional.empty(),
                        Optional.empty());
        var samples =
                new Samples().call(workload("reviews", "v2"), workload("ratings", "v1"), "200", 1);

        var graph = TopologyBuilder.build(samples.window(), options, facts);

        var idle = new Node.Workload("k", "default", "ratings-v2");
        assertThat(node(graph, RATINGS).mtlsMode()).isEqualTo(MtlsMode.STRICT);
        assertThat(node(graph, idle))
                .isEqualTo(
                        NodeState.of(idle)
                                .withLabels("ratings", "v2", "ratings-v2")
                                .withBadge(Badge.IDLE)
                                .withMtlsMode(MtlsMode.PERMISSIVE));
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /// Whatever the order in which a Prometheus hands out series, the graph is the same, up to the
    /// order of additions.
    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheSamplesDoesNotMatter(long seed) {
        var window = Samples.bookinfo().window();
        var shuffled = new ArrayList<>(window.samples());
        Collections.shuffle(shuffled, new Random(seed));
        var options = TopologyOptions.of(GraphType.VERSIONED_APP, Set.of()).withServiceNodes();

        var expected = TopologyBuilder.build(window, options, MeshFacts.NONE);
        var actual =
                TopologyBuilder.build(
                        new TrafficWindow(
                                window.end(), window.interval(), shuffled, window.latencies()),
                        options,
                        MeshFacts.NONE);

        assertThat(actual.nodes()).isEqualTo(expected.nodes());
        assertThat(actual.edges().keySet()).isEqualTo(expected.edges().keySet());
        actual.edges()
                .forEach((key, edge) ->
                        assertThat(edge.traffic().ratePerSecond())
                                .isCloseTo(
                                        edge(expected, key).traffic().ratePerSecond(),
                                        within(1e-9)));
    }

    private static Edge edge(TopologySnapshot graph, EdgeKey key) {
        return Optional.ofNullable(graph.edges().get(key)).orElseThrow();
    }
}
