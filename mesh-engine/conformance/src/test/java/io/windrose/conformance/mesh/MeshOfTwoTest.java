package io.windrose.conformance.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeshOfTwoTest {
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
}
