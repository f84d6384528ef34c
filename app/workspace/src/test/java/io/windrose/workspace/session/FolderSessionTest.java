package io.windrose.workspace.session;

import static io.windrose.workspace.session.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.topology.Node;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.story.Storyteller;
import io.windrose.workspace.story.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderSessionTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: shop, namespace: town}
            spec:
              selector: {app: shop}
              ports: [{name: http, port: 80}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop-v1, namespace: town}
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop, version: v1}}
                spec: {containers: [{name: shop, image: shop}]}
            """;

    @TempDir private Path temp;

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Workspace workspace =
            new Workspace(Path.of("state-of-no-edit"), InstantSource.system(), faults::add);

    @AfterEach
    void noFault() {
        assertThat(faults).isEmpty();
    }

    @Test
    void aFolderShowsWhatIsConfiguredAndFollowsItsFiles() throws Exception {
        DemoMesh.write(temp);
        try (var session = Awaiting.open(workspace, new Connection.Folder(temp))) {
            await("its host", session.pictures(), now -> names(now).contains("httpbin.org"));
            assertThat(session.access()).isEqualTo(new Access.MayEdit());

            Files.writeString(temp.resolve("shop.yaml"), SHOP);
            var picture =
                    await("the shop", session.pictures(), now -> names(now).contains("shop@v1"));

            var story =
                    Storyteller.tell(
                                    picture,
                                    session.mesh().get(),
                                    new Subject.OfNode(
                                            new Node.App("Kubernetes", "town", "shop", "v1")),
                                    ZoneOffset.UTC)
                            .orElseThrow();
            assertThat(story.headline().state()).isEqualTo("Configured, nothing is measured");
            assertThat(story.tiles()).isEmpty();
            assertThat(session.mesh().get().sync()).isEmpty();
        }
    }

    private static List<String> names(Picture picture) {
        return picture.graph().value().stream()
                .flatMap(graph -> graph.nodes().values().stream())
                .map(state ->
                        state.node() instanceof Node.App(_, _, var app, var version)
                                ? app + "@" + version
                                : state.node().name())
                .toList();
    }

    @Test
    void whatMayBeDoneIsReadOnceSoThatAllScreensSayTheSame() throws Exception {
        var folder = Files.createDirectory(temp.resolve("mesh"));
        DemoMesh.write(folder);

        try (var session = Awaiting.open(workspace, new Connection.Folder(folder))) {
            Files.move(folder, temp.resolve("elsewhere"));

            assertThat(session.access()).isEqualTo(new Access.MayEdit());
        }
    }

    @Test
    void aFolderThatIsMissingIsOneProblem() {
        var opened =
                workspace
                        .open(new Connection.Folder(temp.resolve("gone")), _ -> {})
                        .toCompletableFuture()
                        .join();

        assertThat(opened.problems())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("Cannot be read: there is no such file or directory.");
    }
}
