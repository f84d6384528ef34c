package io.windrose.workspace.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.registry.Service;
import io.windrose.session.edit.Finding;
import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.ConfigMarks;
import io.windrose.workspace.KnownMesh;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.demo.DemoMistakes;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.session.MeshView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the files stands at the nodes, edges and namespaces that it is about.
final class WrongPlacesTest {
    private static final TopologySnapshot GRAPH =
            DemoPicture.picture().graph().value().orElseThrow();

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls read before the tests
    private static MeshView mesh;

    @BeforeAll
    static void read() throws IOException {
        mesh = DemoMesh.write(folder, DemoMistakes.FILES);
    }

    @Test
    void trafficOfWhichBothEndsAreNamedIsMarked() {
        var marked =
                WrongPlaces.of(mesh).mark(GRAPH).edges().values().stream()
                        .filter(edge -> !edge.badges().isEmpty())
                        .collect(Collectors.toMap(WrongPlacesTest::ends, Edge::badges));

        assertThat(marked)
                .containsOnly(
                        Map.entry("reviews > reviews v1", Set.of(Badge.CONFIG_WARNING)),
                        Map.entry("reviews v2 > ratings v1", Set.of(Badge.CONFIG_WARNING)),
                        Map.entry("reviews v3 > ratings v1", Set.of(Badge.CONFIG_WARNING)));
    }

    @Test
    void theEdgeTellsWhatMarksItFirst() {
        var edge =
                GRAPH.edges().keySet().stream()
                        .filter(key -> key.target().name().equals("reviews"))
                        .filter(key ->
                                key.target() instanceof Node.App(_, _, _, var version)
                                        && version.equals("v1"))
                        .findFirst()
                        .orElseThrow();

        var story = told(new Subject.OfEdge(edge));

        assertThat(story.findings().getFirst().problem().code()).isEqualTo("WR0201");
        assertThat(story.findings()).doesNotHaveDuplicates();
    }

    @Test
    void whatHoldsForAWholeNamespaceMarksItsFrameAndNoNode() {
        assertThat(WrongPlaces.of(mesh).mark(GRAPH).namespaces())
                .containsExactly(Map.entry("payments", Badge.CONFIG_WARNING));
        assertThat(told(Subject.MESH).findings())
                .extracting(one -> one.problem().place().resource())
                .containsOnly(
                        "PeerAuthentication payments/again", "PeerAuthentication payments/default");
        assertThat(
                        KnownMesh.facts(mesh.mesh(), mesh.wrong()).services().stream()
                                .filter(one -> one.namespace().equals("payments"))
                                .flatMap(one -> one.badges().stream()))
                .doesNotContain(Badge.CONFIG_WARNING, Badge.CONFIG_ERROR);
    }

    @Test
    void whereNothingIsWrongTheGraphStaysTheSame() {
        assertThat(WrongPlaces.of(DemoMesh.view()).mark(GRAPH)).isSameAs(GRAPH);
        assertThat(ConfigMarks.badge(List.of())).isEmpty();
        assertThat(ConfigMarks.words(List.of())).isEmpty();
    }

    @Test
    void aServiceAndAWorkloadHaveWhatNamesAndSelectsThem() {
        var reviews = mesh.wrong().of(service("reviews"));
        var ratings =
                mesh.mesh().services().workloads().stream()
                        .filter(one -> one.name().equals("ratings-v1"))
                        .findFirst()
                        .orElseThrow();

        assertThat(codes(reviews)).contains("IST0101, KIA1107", "WR0201");
        assertThat(ConfigMarks.badge(reviews)).contains(Badge.CONFIG_ERROR);
        assertThat(ConfigMarks.words(reviews)).startsWith("1 error, ").contains("warning");
        assertThat(ConfigMarks.badge(mesh.wrong().of(ratings))).contains(Badge.CONFIG_WARNING);
        assertThat(ConfigMarks.words(mesh.wrong().of(ratings))).matches("\\d warnings?");
        assertThat(mesh.wrong().of(service("details"))).isEmpty();
    }

    private static Story told(Subject subject) {
        return Storyteller.tell(DemoPicture.picture(), mesh, subject, ZoneOffset.UTC).orElseThrow();
    }

    private static Service service(String name) {
        return mesh.mesh().services().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(one -> one.problem().code()).toList();
    }

    private static String ends(Edge edge) {
        return named(edge.source()) + " > " + named(edge.target());
    }

    private static String named(Node node) {
        return node instanceof Node.App(_, _, var app, var version)
                ? app + " " + version
                : node.name();
    }
}
