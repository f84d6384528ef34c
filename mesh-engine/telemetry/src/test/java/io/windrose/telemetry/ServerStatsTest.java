package io.windrose.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ServerStatsTest {
    private final ServerStats stats = new ServerStats();

    ServerStatsTest() {
        stats.counter("cluster_manager.cds.update_success").add(2);
        stats.counter("cluster_manager.cds.update_rejected");
        stats.gauge("server.state", () -> 0);
        stats.gauge("cluster_manager.active_clusters", () -> 9);
    }

    @Test
    void theTextIsSortedAndFiltered() throws IOException {
        var text = new StringBuilder();
        stats.writeText(text, name -> !name.endsWith("active_clusters"));

        assertThat(text)
                .hasToString(
                        """
                        cluster_manager.cds.update_rejected: 0
                        cluster_manager.cds.update_success: 2
                        server.state: 0
                        """);
    }

    @Test
    void prometheusSeesEnvoysNames() throws IOException {
        var text = new StringBuilder();
        stats.writeExposition(text);

        assertThat(text)
                .hasToString(
                        """
                        # TYPE envoy_cluster_manager_cds_update_rejected counter
                        envoy_cluster_manager_cds_update_rejected{} 0
                        # TYPE envoy_cluster_manager_cds_update_success counter
                        envoy_cluster_manager_cds_update_success{} 2
                        # TYPE envoy_cluster_manager_active_clusters gauge
                        envoy_cluster_manager_active_clusters{} 9
                        # TYPE envoy_server_state gauge
                        envoy_server_state{} 0
                        """);
    }
}
