package io.windrose.controlplane;

import static io.windrose.controlplane.TestMesh.cluster;
import static io.windrose.translate.XdsType.CDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.controlplane.access.Authenticator;
import io.windrose.identity.CertificateAuthority;
import io.windrose.kernel.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryControlPlaneTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void anEditedFileReachesTheProxyAndABrokenOneChangesNothing() throws Exception {
        Files.writeString(folder.resolve("services.yaml"), TestMesh.yaml("details"));
        try (var server = TestServer.ok(start(folder));
                var proxy =
                        TestClient.connect(
                                server.controlPlane().address(),
                                "",
                                TestClient.node("reviews-v1", "bookinfo-reviews"))) {
            proxy.subscribe(CDS);
            var first = proxy.nextNames();
            Files.writeString(folder.resolve("broken.yaml"), "kind: [");
            Files.writeString(folder.resolve("services.yaml"), TestMesh.yaml("details", "ratings"));
            var second = proxy.nextNames();

            assertThat(first).contains(cluster("details"));
            assertThat(second).containsExactly(cluster("ratings"));
            assertThat(server.config().get().findings()).isNotEmpty();
        }
    }

    @Test
    void anEmptyDirectoryIsAMeshWithoutServices() throws Exception {
        try (var server = TestServer.ok(start(folder));
                var proxy =
                        TestClient.connect(
                                server.controlPlane().address(),
                                "",
                                TestClient.node("reviews-v1", "bookinfo-reviews"))) {
            proxy.subscribe(CDS);

            assertThat(proxy.nextNames()).contains("BlackHoleCluster");
            assertThat(server.meshes().get().number()).isZero();
        }
    }

    @Test
    void aDirectoryThatDoesNotExistIsAProblem() {
        assertThat(start(folder.resolve("nowhere")).problems())
                .singleElement()
                .asString()
                .contains("nowhere");
    }

    private static Result<DirectoryControlPlane> start(Path directory) {
        return DirectoryControlPlane.start(
                ControlPlaneSettings.onLoopback(),
                directory,
                Authenticator.open(),
                domain -> Result.ok(CertificateAuthority.inMemory(domain, InstantSource.system())),
                InstantSource.system());
    }
}
