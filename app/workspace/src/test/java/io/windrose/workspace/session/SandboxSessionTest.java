package io.windrose.workspace.session;

import static io.windrose.workspace.session.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.topology.GraphType;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.story.MeshSummary;
import io.windrose.workspace.story.ResponseRow;
import io.windrose.workspace.story.Storyteller;
import io.windrose.workspace.story.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real sandboxes; each takes a few seconds.
final class SandboxSessionTest {
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
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: ratings
              namespace: default
            spec:
              host: rattings
            """;

    private static final GraphQuestion WORKLOADS =
            GraphQuestion.DEFAULT.withType(GraphType.WORKLOAD).withWindow(Duration.ofSeconds(10));

    @TempDir private Path temp;

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    @AfterEach
    void noFault() {
        assertThat(faults).isEmpty();
    }

    @Test
    void aSandboxIsSeenAliveBrokenAndGoneWithoutATrace() throws Exception {
        var workspace = new Workspace(temp.resolve("state"), InstantSource.system(), faults::add);
        var said = Collections.synchronizedList(new ArrayList<String>());
        var connection = new Connection.Sandbox(Optional.of(temp.resolve("config")), 40);
        Node.Service ratings = new Node.Service("Kubernetes", "default", "ratings");

        try (var session =
                Awaiting.good(workspace.open(connection, said::add).toCompletableFuture().join())) {
            session.ask(WORKLOADS);
            session.refreshEvery(Optional.of(Duration.ofSeconds(1)));
            var picture =
                    await(
                            "seven workloads with locks",
                            session.pictures(),
                            now -> now.graph().value().filter(this::isWhole).isPresent());
            await("all in sync", session.mesh(), now -> summary(picture, now).equals("7/7"));
            assertThat(said).hasSize(4).first().isEqualTo("Starting the control plane");

            Files.writeString(temp.resolve("config/ratings.yaml"), FAULT);
            await(
                    "a fault on the way to ratings",
                    session.pictures(),
                    now -> flags(now, session.mesh().get(), ratings).contains("503 FI"));
            var wrong =
                    await(
                            "a host that the sandbox does not have",
                            session.mesh(),
                            now -> !now.wrong().of("DestinationRule default/ratings").isEmpty());
            assertThat(wrong.wrong().found().findings())
                    .as("nothing about what it has")
                    .extracting(one -> one.problem().place().resource())
                    .containsOnly(
                            "DestinationRule default/ratings", "VirtualService default/ratings");
        }
        var left = ours();
        try (var again = Awaiting.open(workspace, Connection.Sandbox.DEFAULT)) {
            await("a picture", again.pictures(), now -> now.graph().value().isPresent());
        }

        assertThat(left).isEmpty();
        assertThat(ours()).isEmpty();
    }

    /// Every workload is there, and what was called from inside the mesh came over mutual TLS.
    private boolean isWhole(TopologySnapshot graph) {
        long workloads =
                graph.nodes().keySet().stream().filter(Node.Workload.class::isInstance).count();
        long locked =
                graph.edges().values().stream()
                        .filter(edge -> edge.source() instanceof Node.Workload)
                        .filter(edge -> edge.traffic().mtlsPercent().orElse(0) > 99)
                        .map(edge -> edge.source())
                        .distinct()
                        .count();
        return workloads == 7 && locked == 4;
    }

    private static String summary(Picture picture, MeshView mesh) {
        return MeshSummary.of(picture, mesh)
                .proxies()
                .map(proxies -> proxies.inSync() + "/" + proxies.known())
                .orElse("");
    }

    private static List<String> flags(Picture picture, MeshView mesh, Node node) {
        return Storyteller.tell(picture, mesh, new Subject.OfNode(node), ZoneOffset.UTC)
                .map(story ->
                        story.responses().stream()
                                .map((ResponseRow row) -> row.code() + " " + row.flag())
                                .toList())
                .orElse(List.of());
    }

    /// Threads of connections that are alive although their connection is not; those that are about
    /// to end are waited for. Pools that libraries keep for the whole program do not count.
    private static Set<String> ours() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (isOurs(thread)) {
                thread.join(Duration.ofSeconds(10));
            }
        }
        return Thread.getAllStackTraces().keySet().stream()
                .filter(SandboxSessionTest::isOurs)
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(Thread thread) {
        var name = thread.getName();
        return List.of(
                        "telemetry",
                        "config",
                        "watch ",
                        "load",
                        "HttpClient-",
                        "HTTP-Dispatcher",
                        "proxy",
                        "push")
                .stream()
                .anyMatch(name::startsWith);
    }

    @Test
    void aFolderThatCannotBeUsedIsOneProblem() throws Exception {
        var file = Files.writeString(temp.resolve("file"), "no folder");
        var workspace = new Workspace(temp.resolve("state"), InstantSource.system(), faults::add);

        var opened =
                workspace
                        .open(new Connection.Sandbox(Optional.of(file), 20), _ -> {})
                        .toCompletableFuture()
                        .join();

        assertThat(opened).isInstanceOf(Result.Err.class);
        assertThat(opened.problems()).extracting("code").containsExactly("MESH1601");
        assertThat(ours()).isEmpty();
    }
}
