package io.windrose.sandbox;

/// A scrape configuration for a stock Prometheus: every proxy a target of its own, as in a cluster.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/configuration/">
///   Prometheus</a>
final class PrometheusConfig {
    private PrometheusConfig() {}

    static String text(AdminAddresses admins) {
        var text =
                new StringBuilder(
                        """
                        global:
                          scrape_interval: 5s
                          scrape_timeout: 4s
                        scrape_configs:
                        - job_name: windrose-sandbox
                          metrics_path: /stats/prometheus
                          authorization:
                            credentials: %s
                          static_configs:
                        """
                                .formatted(admins.token()));
        for (var workload : DemoWorkload.ALL) {
            var address = admins.byPod().get(workload.name());
            if (address != null) {
                text.append(
                        """
                          - targets: ['%s']
                            labels:
                              pod: %s
                              namespace: %s
                        """
                                .formatted(
                                        AdminAddresses.text(address),
                                        workload.name(),
                                        workload.namespace()));
            }
        }
        return text.toString();
    }
}
