package io.windrose.workspace.welcome;

import static io.windrose.topology.Health.Status.DEGRADED;
import static io.windrose.topology.Health.Status.FAILING;
import static io.windrose.topology.Health.Status.HEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.session.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {
    @TempDir private Path temp;

    @Test
    void aSandboxCanRunHere() {
        var preflight = Preflight.of(Connection.Sandbox.DEFAULT);

        assertThat(preflight.checks()).extracting(Check::status).doesNotContain(FAILING);
        assertThat(preflight.checks())
                .extracting(Check::title)
                .containsExactly(
                        "Loopback can be used",
                        "Temporary files are private",
                        "There is enough memory");
    }

    @Test
    void aFolderIsReadAndCounted() throws IOException {
        DemoMesh.write(temp);
        Files.writeString(
                temp.resolve("wrong.yaml"),
                "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: x}\nspec:"
                        + " {hosts: [x], http: [{route: [{destination: {host: 7}}]}]}\n");

        var checks = Preflight.of(new Connection.Folder(temp)).checks();

        assertThat(checks)
                .first()
                .isEqualTo(new Check(HEALTHY, "The folder can be edited", temp.toString()));
        assertThat(checks.get(1))
                .isEqualTo(
                        new Check(
                                HEALTHY,
                                "10 objects in 5 files",
                                "AuthorizationPolicy, DestinationRule, Gateway, PeerAuthentication,"
                                        + " ServiceEntry, VirtualService"));
        assertThat(checks.get(2).status()).isEqualTo(DEGRADED);
        assertThat(checks.get(2).title()).isEqualTo("1 error");
    }

    @Test
    void aFolderThatIsNotThereIsOneCheck() {
        assertThat(Preflight.of(new Connection.Folder(temp.resolve("gone"))).checks())
                .containsExactly(
                        new Check(
                                FAILING,
                                "The folder cannot be read",
                                "Cannot be read: there is no such file or directory."));
    }

    @Test
    void anEmptyFolderIsDoubtful() {
        assertThat(Preflight.of(new Connection.Folder(temp)).checks())
                .extracting(Check::title)
                .contains("No object of a mesh was found");
    }
}
