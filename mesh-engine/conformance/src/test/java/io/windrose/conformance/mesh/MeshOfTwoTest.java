package io.windrose.conformance.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.windrose.conformance.peer.Traffic;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeshOfTwoTest {
    private static final Duration APPLIED_WITHIN = Duration.ofSeconds(60);

    /// The longest pause between two attempts of a proxy, and what applying takes.
    private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(90);

    private static final int CLIENTS = 3;
    private static final int REQUESTS = 100;
    private static final String STRICT =
            """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: istio-system}
            spec: {mtls: {mode: STRICT}}
            """;

    @TempDir Path directory;

    @Test
    void aCallGoesThroughBothProxiesByMutualTlsAndIsCountedAtBothEnds() throws Exception {
        try (var mesh = new PairOfProxies(directory)) {
            var answer = mesh.call();

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(answer).endsWith("URI=spiffe://cluster.local/ns/default/sa/client");
            assertThat(mesh.awaitRequestSeries(2))
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

            mesh.write("strict.yaml", STRICT);

            assertTimeoutPreemptively(APPLIED_WITHIN, () -> callUntilRefused(mesh));
            assertThat(mesh.call()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void aControlPlaneMayGoAndComeBackWhileTrafficFlows() throws Exception {
        try (var mesh = new PairOfProxies(directory);
                var traffic = Traffic.of(CLIENTS, mesh::call)) {
            traffic.awaitMore(REQUESTS);
            mesh.endControlPlane();
            traffic.awaitMore(REQUESTS);
            mesh.write("strict.yaml", STRICT);
            traffic.awaitMore(REQUESTS);
            assertThat(mesh.callInPlainText()).startsWith("HTTP/1.1 200 OK\r\n");

            mesh.startControlPlaneAgain();
            assertTimeoutPreemptively(COMES_BACK_WITHIN, () -> callUntilRefused(mesh));
            mesh.remove("strict.yaml");
            assertTimeoutPreemptively(APPLIED_WITHIN, () -> callUntilAnswered(mesh));
            traffic.awaitMore(REQUESTS);

            assertThat(traffic.failures()).as("of %d", traffic.answered()).isEmpty();
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

    private static void callUntilAnswered(PairOfProxies mesh) {
        while (!isAnswered(mesh)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isAnswered(PairOfProxies mesh) {
        try {
            return mesh.callInPlainText().startsWith("HTTP/1.1 200 ");
        } catch (IOException refused) {
            return false;
        }
    }
}
