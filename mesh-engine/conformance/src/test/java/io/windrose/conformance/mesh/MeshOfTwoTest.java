package io.windrose.conformance.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeshOfTwoTest {
    private static final Duration APPLIED_WITHIN = Duration.ofSeconds(10);

    @TempDir Path directory;

    @Test
    void aCallGoesThroughBothProxiesByMutualTlsAndIsCountedAtBothEnds() throws Exception {
        try (var mesh = new PairOfProxies(directory)) {
            var answer = mesh.call();

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(answer).endsWith("URI=spiffe://cluster.local/ns/default/sa/client");
            assertThat(mesh.requestSeries())
                    .satisfiesExactly(
                            destination ->
                                    assertThat(destination)
                                            .contains(
                                                    "reporter=\"destination\",source_workload=\"client\"",
                                                    "destination_workload=\"backend\"",
                                                    "destination_service=\"backend.default.svc.cluster.local\"",
                                                    "connection_security_policy=\"mutual_tls\""),
                            source ->
                                    assertThat(source)
                                            .contains(
                                                    "reporter=\"source\",source_workload=\"client\"",
                                                    "destination_workload=\"backend\"",
                                                    "destination_principal=\"spiffe://cluster.local/ns/default/sa/backend\"",
                                                    "destination_service=\"backend.default.svc.cluster.local\""));
        }
    }

    @Test
    void underStrictAPlainCallIsRefusedWhileTheMeshsOwnGoesOn() throws Exception {
        try (var mesh = new PairOfProxies(directory)) {
            assertThat(mesh.callInPlainText()).startsWith("HTTP/1.1 200 OK\r\n");

            mesh.write(
                    "strict.yaml",
                    """
                    apiVersion: security.istio.io/v1
                    kind: PeerAuthentication
                    metadata: {name: default, namespace: istio-system}
                    spec: {mtls: {mode: STRICT}}
                    """);

            assertTimeoutPreemptively(APPLIED_WITHIN, () -> callUntilRefused(mesh));
            assertThat(mesh.call()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void trafficGoesOnWithoutTheControlPlane() throws Exception {
        try (var mesh = new PairOfProxies(directory)) {
            mesh.endControlPlane();

            assertThat(mesh.call()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    /// An edit takes its time to arrive; until then calls are answered.
    private static void callUntilRefused(PairOfProxies mesh) {
        try {
            while (mesh.callInPlainText().startsWith("HTTP/1.1 200 ")) {
                Thread.onSpinWait();
            }
        } catch (IOException refused) {
            assertThat(refused).isInstanceOf(SocketException.class);
        }
    }
}
