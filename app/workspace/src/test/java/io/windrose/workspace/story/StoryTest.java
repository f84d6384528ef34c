package io.windrose.workspace.story;

import static io.windrose.topology.Health.Status.DEGRADED;
import static io.windrose.topology.Health.Status.FAILING;
import static io.windrose.topology.Health.Status.HEALTHY;
import static io.windrose.topology.Health.Status.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.ResourceId;
import io.windrose.topology.Badge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.traffic.Protocol;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.session.Picture;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class StoryTest {
    private static final String STRICT = "mTLS on 100 % of requests; strict is configured";
    private static final Node REVIEWS = new Node.Service("Kubernetes", "bookinfo", "reviews");
    private static final Node V3 = app("reviews", "v3");
    private static final EdgeKey TO_V3 = new EdgeKey(REVIEWS, V3, Protocol.HTTP);

    private static Node app(String app, String version) {
        return new Node.App("Kubernetes", "bookinfo", app, version);
    }

    private static Story tell(Subject subject) {
        return tell(DemoPicture.picture(), subject);
    }

    private static Story tell(Picture picture, Subject subject) {
        return Storyteller.tell(picture, DemoMesh.view(), subject, ZoneOffset.UTC).orElseThrow();
    }

    private static TrafficRow to(
            String version, Health.Status health, String rate, String errors, String p95) {
        return new TrafficRow(
                new Subject.OfNode(app("reviews", version)),
                "reviews",
                version,
                health,
                rate,
                errors,
                health == HEALTHY ? NONE : health,
                Lock.CLOSED,
                STRICT,
                p95);
    }

    @Test
    void aServiceIsIllByTheVersionThatFails() {
        var story = tell(new Subject.OfNode(REVIEWS));

        assertThat(story.kindLine()).isEqualTo("Service in bookinfo, port 9080, HTTP");
        assertThat(story.headline())
                .isEqualTo(
                        new Headline(
                                DEGRADED,
                                "Degraded: v3 fails 17.6 %",
                                "503 UF calling reviews-v3 since 14:02",
                                Optional.of(new Subject.OfEdge(TO_V3))));
        assertThat(story.tiles())
                .containsExactly(
                        new Tile("Requests", "24.6", "rps", "+0.4 in 5 min", NONE),
                        new Tile("Errors", "1.8", "%", "+1.8 in 5 min", FAILING),
                        new Tile("p95", "110", "ms", "+8.8 in 5 min", NONE));
        assertThat(story.charts())
                .extracting(chart -> chart.title() + ": " + chart.latest())
                .containsExactly(
                        "Requests per second: 24.6",
                        "Errors by version, %: v3 17.6",
                        "Latency, ms: p50 25, p95 110");
        assertThat(story.charts().get(1).series())
                .extracting(series -> series.name() + " " + series.role())
                .containsExactly("v1 V1", "v2 V2", "v3 V3");
        assertThat(story.from())
                .containsExactly(
                        new TrafficRow(
                                new Subject.OfNode(app("productpage", "v1")),
                                "productpage",
                                "v1",
                                DEGRADED,
                                "24.6 rps",
                                "1.8 %",
                                DEGRADED,
                                Lock.CLOSED,
                                STRICT,
                                "110 ms"));
        assertThat(story.to())
                .containsExactly(
                        to("v1", HEALTHY, "12.3 rps", "0 %", "99.2 ms"),
                        to("v2", DEGRADED, "9.8 rps", "0.1 %", "114 ms"),
                        to("v3", FAILING, "2.5 rps", "17.6 %", "144 ms"));
        assertThat(story.responses())
                .containsExactly(
                        new ResponseRow(
                                "503",
                                "UF",
                                "0.44 rps",
                                "1.8 %",
                                "Service unavailable. UF: the connection to the upstream could not be"
                                        + " made. Look whether its pods run and listen on the port,"
                                        + " and whether both ends agree on mTLS.",
                                FAILING),
                        new ResponseRow(
                                "500",
                                "",
                                "0.01 rps",
                                "< 0.1 %",
                                "Error inside the application.",
                                FAILING),
                        new ResponseRow("200", "", "24.1 rps", "98.2 %", "Answered well.", NONE));
        assertThat(story.marks())
                .containsExactly(
                        new Mark(Badge.TRAFFIC_SHIFTING, "VirtualService 50 / 40 / 10"),
                        new Mark(Badge.CIRCUIT_BREAKER, "Circuit breaker after 5 errors"));
        assertThat(story.shift())
                .contains(ResourceId.of(Kind.VIRTUAL_SERVICE, "bookinfo", "reviews"));
    }

    @Test
    void everyPieceOfConfigurationSaysWhyItAppliesAndWhereItStands() {
        assertThat(tell(new Subject.OfNode(REVIEWS)).config())
                .extracting(row -> "%s: %s (%s)".formatted(row.resource(), row.why(), row.place()))
                .containsExactly(
                        "VirtualService bookinfo/reviews: its host is reviews.bookinfo; for calls"
                                + " inside the mesh (/mesh-config/reviews.yaml:25:1)",
                        "DestinationRule bookinfo/reviews: its host is reviews.bookinfo; subsets v1,"
                                + " v2, v3 (/mesh-config/reviews.yaml:2:1)",
                        "PeerAuthentication bookinfo/default: whole namespace: strict"
                                + " (/mesh-config/security.yaml:1:1)",
                        "AuthorizationPolicy bookinfo/reviews-viewer: its selector matches 3 pods:"
                                + " allow, 1 rule (/mesh-config/security.yaml:10:1)");
    }

    @Test
    void aVersionAndTheWayToItTellTheSameFailure() {
        var version = tell(new Subject.OfNode(V3));
        var edge = tell(new Subject.OfEdge(TO_V3));

        assertThat(version.headline())
                .isEqualTo(
                        new Headline(
                                FAILING,
                                "Failing: 17.6 % of its requests fail",
                                "503 UF since 14:02",
                                Optional.of(new Subject.OfEdge(TO_V3))));
        assertThat(edge.headline())
                .isEqualTo(
                        new Headline(
                                FAILING,
                                "Failing: 17.6 % of the requests fail",
                                "503 UF since 14:02",
                                Optional.empty()));
        assertThat(version.proxies())
                .containsExactly(
                        new ProxyRow(
                                "sidecar~10.244.1.25~reviews-v3.bookinfo~bookinfo.svc.cluster.local",
                                "reviews-v3",
                                "v3",
                                HEALTHY,
                                "in sync",
                                "acknowledged version 41"));
        assertThat(edge.title()).isEqualTo("reviews → reviews-v3");
    }

    @Test
    void aCallerIsWellAndWhatItsCallsMeetIsSaid() {
        assertThat(tell(new Subject.OfNode(app("productpage", "v1"))).headline())
                .extracting(Headline::state, Headline::cause)
                .containsExactly("Healthy", "1.8 % of its calls to reviews fail");
    }

    @Test
    void theMeshIsSummedUp() {
        assertThat(MeshSummary.of(DemoPicture.picture(), DemoMesh.view()))
                .usingRecursiveComparison()
                .ignoringFields("mtlsPercent", "edges")
                .isEqualTo(
                        new MeshSummary(
                                3,
                                10,
                                12,
                                0,
                                Optional.of(new MeshSummary.Proxies(12, 12)),
                                OptionalDouble.empty(),
                                2,
                                1,
                                OptionalDouble.of(31.0)));
        var story = tell(Subject.MESH);
        assertThat(story.headline().state()).isEqualTo("Failing: 1 failing, 2 degraded");
        assertThat(story.headline().cause()).isEqualTo("reviews-v3: 503 UF since 14:02");
        assertThat(story.ill())
                .hasSize(6)
                .first()
                .extracting(IllRow::title)
                .isEqualTo("reviews-v3");
    }

    @Test
    void whatFailedAllAlongBeganBeforeTheHistory() {
        var all = DemoPicture.picture();
        var recent =
                new Picture(
                        all.question(),
                        all.graph(),
                        all.layout(),
                        all.covered(),
                        all.history().subList(40, 60),
                        List.of());

        assertThat(tell(recent, new Subject.OfEdge(TO_V3)).headline().cause())
                .isEqualTo("503 UF since before 14:03");
    }

    @Test
    void whoIsGoneHasNoStoryAndNothingIsToldBeforeTheFirstPicture() {
        assertThat(
                        Storyteller.tell(
                                DemoPicture.picture(),
                                DemoMesh.view(),
                                new Subject.OfNode(app("gone", "v1")),
                                ZoneOffset.UTC))
                .isEmpty();
        assertThat(
                        Storyteller.tell(
                                DemoPicture.none(), DemoMesh.view(), Subject.MESH, ZoneOffset.UTC))
                .isEmpty();
    }

    @Test
    void everythingWithANameIsFound() {
        assertThat(Catalogue.of(DemoPicture.picture(), DemoMesh.view()))
                .contains(
                        new Found(
                                "reviews-v3",
                                "app",
                                "bookinfo",
                                FAILING,
                                new Found.Target.Shown(new Subject.OfNode(V3))))
                .filteredOn(found -> found.kind().equals("VirtualService"))
                .extracting(Found::title)
                .containsExactly("bookinfo", "ratings", "reviews", "payment-service");
    }
}
