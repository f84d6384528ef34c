package io.windrose.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExpositionTest {
    private static final WorkloadLabels PRODUCTPAGE =
            WorkloadLabels.of(
                            "productpage-v1",
                            "default",
                            "Kubernetes",
                            Map.of("app", "productpage", "version", "v1"))
                    .provedBy("spiffe://cluster.local/ns/default/sa/bookinfo-productpage");
    private static final WorkloadLabels REVIEWS =
            WorkloadLabels.of(
                            "reviews-v2",
                            "default",
                            "Kubernetes",
                            Map.of("app", "reviews", "version", "v2"))
                    .provedBy("spiffe://cluster.local/ns/default/sa/bookinfo-reviews");
    private static final ServiceLabels SERVICE =
            new ServiceLabels("reviews.default.svc.cluster.local", "reviews", "default");
    private static final String PAIR =
            "source_workload=\"productpage-v1\",source_canonical_service=\"productpage\","
                    + "source_canonical_revision=\"v1\",source_workload_namespace=\"default\","
                    + "source_principal=\"spiffe://cluster.local/ns/default/sa/bookinfo-productpage\","
                    + "source_app=\"productpage\",source_version=\"v1\",source_cluster=\"Kubernetes\","
                    + "destination_workload=\"reviews-v2\",destination_workload_namespace=\"default\","
                    + "destination_principal=\"spiffe://cluster.local/ns/default/sa/bookinfo-reviews\","
                    + "destination_app=\"reviews\",destination_version=\"v2\","
                    + "destination_service=\"reviews.default.svc.cluster.local\","
                    + "destination_canonical_service=\"reviews\",destination_canonical_revision=\"v2\","
                    + "destination_service_name=\"reviews\",destination_service_namespace=\"default\","
                    + "destination_cluster=\"Kubernetes\"";

    private final RequestMetrics metrics = new RequestMetrics("1.30.0");

    @Test
    void oneRequestGivesACounterAndThreeHistograms() throws IOException {
        metrics.between(labels(Reporter.DESTINATION, SecurityPolicy.MUTUAL_TLS))
                .finished(RequestOutcome.http(200, ResponseFlags.NONE), 7, 612, 4_000_000);

        var labels =
                "reporter=\"destination\","
                        + PAIR
                        + ",request_protocol=\"http\",response_code=\"200\",grpc_response_status=\"\","
                        + "response_flags=\"-\",connection_security_policy=\"mutual_tls\"";
        assertThat(page())
                .isEqualTo(
                        "# TYPE istio_build gauge\n"
                                + "istio_build{component=\"proxy\",tag=\"1.30.0\"} 1\n"
                                + histogram("istio_request_bytes", labels, 9, 612)
                                + histogram("istio_request_duration_milliseconds", labels, 3, 7)
                                + "# TYPE istio_requests_total counter\n"
                                + "istio_requests_total{"
                                + labels
                                + "} 1\n"
                                + histogram("istio_response_bytes", labels, 19, 4_000_000));
    }

    @Test
    void connectionsAreCountedByTheirFlags() throws IOException {
        var pair = metrics.between(labels(Reporter.SOURCE, SecurityPolicy.UNKNOWN));
        pair.tcp(ResponseFlags.NONE).opened().increment();
        pair.tcp(ResponseFlags.NONE).received().add(10);
        pair.tcp(ResponseFlags.NONE).sent().add(20);
        pair.tcp(ResponseFlags.of(ResponseFlag.UPSTREAM_CONNECTION_FAILURE)).closed().increment();

        assertThat(page().lines().filter(line -> line.startsWith("istio_tcp")))
                .containsExactly(
                        tcp("istio_tcp_connections_closed_total", "-", 0),
                        tcp("istio_tcp_connections_closed_total", "UF", 1),
                        tcp("istio_tcp_connections_opened_total", "-", 1),
                        tcp("istio_tcp_connections_opened_total", "UF", 0),
                        tcp("istio_tcp_received_bytes_total", "-", 10),
                        tcp("istio_tcp_received_bytes_total", "UF", 0),
                        tcp("istio_tcp_sent_bytes_total", "-", 20),
                        tcp("istio_tcp_sent_bytes_total", "UF", 0));
    }

    @Test
    void grpcMessagesCarryTheLabelsOfThePairAlone() throws IOException {
        metrics.between(labels(Reporter.SOURCE, SecurityPolicy.UNKNOWN)).messages(3, 1);

        assertThat(page())
                .isEqualTo(
                        """
                        # TYPE istio_build gauge
                        istio_build{component="proxy",tag="1.30.0"} 1
                        # TYPE istio_request_messages_total counter
                        istio_request_messages_total{reporter="source",%1$s} 3
                        # TYPE istio_response_messages_total counter
                        istio_response_messages_total{reporter="source",%1$s} 1
                        """
                                .formatted(PAIR));
    }

    @Test
    void aPageOfSeveralProxiesAddsUpEqualSeriesAndNamesEachBuildOnce() throws IOException {
        var other = new RequestMetrics("1.30.0");
        var labels = labels(Reporter.SOURCE, SecurityPolicy.UNKNOWN);
        metrics.between(labels).finished(RequestOutcome.http(503, ResponseFlags.NONE), 1, 2, 3);
        other.between(labels).finished(RequestOutcome.http(503, ResponseFlags.NONE), 1, 2, 3);

        var page = new StringBuilder();
        Exposition.write(List.of(metrics, other), page);

        assertThat(page.toString().lines().filter(line -> !line.contains("_bucket{")))
                .filteredOn(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("\\{.*}", ""))
                .containsExactly(
                        "istio_build 1",
                        "istio_request_bytes_sum 4",
                        "istio_request_bytes_count 2",
                        "istio_request_duration_milliseconds_sum 2",
                        "istio_request_duration_milliseconds_count 2",
                        "istio_requests_total 2",
                        "istio_response_bytes_sum 6",
                        "istio_response_bytes_count 2");
    }

    @Test
    void labelValuesAreEscaped() {
        assertThat(new LabelText().add("a", "x\"y\\z\n").add("b", "").toString())
                .isEqualTo("a=\"x\\\"y\\\\z\\n\",b=\"\"");
    }

    @Test
    void whatIsNotKnownBecomesIstiosFallback() {
        var labels =
                new RequestLabels(
                        Reporter.DESTINATION,
                        WorkloadLabels.UNKNOWN,
                        WorkloadLabels.of("w", "", "", Map.of()),
                        ServiceLabels.ofHost("example.com", ""),
                        SecurityPolicy.NONE);

        assertThat(labels.text().replace("\"unknown\"", "?"))
                .isEqualTo(
                        "reporter=\"destination\",source_workload=?,source_canonical_service=?,"
                                + "source_canonical_revision=\"latest\",source_workload_namespace=?,"
                                + "source_principal=?,source_app=?,source_version=?,source_cluster=?,"
                                + "destination_workload=\"w\",destination_workload_namespace=?,"
                                + "destination_principal=?,destination_app=?,destination_version=?,"
                                + "destination_service=\"example.com\","
                                + "destination_canonical_service=\"w\","
                                + "destination_canonical_revision=\"latest\","
                                + "destination_service_name=\"example\","
                                + "destination_service_namespace=?,destination_cluster=?");
    }

    @Test
    void theNamespaceThatACertificateProvesCountsMoreThanTheOneThatIsClaimed() {
        var claimed = WorkloadLabels.of("w", "claimed", "", Map.of());

        assertThat(claimed.provedBy("spiffe://td/ns/proved/sa/x").namespace()).isEqualTo("proved");
        assertThat(claimed.provedBy("spiffe://td/other").namespace()).isEqualTo("claimed");
    }

    private static RequestLabels labels(Reporter reporter, SecurityPolicy security) {
        return new RequestLabels(reporter, PRODUCTPAGE, REVIEWS, SERVICE, security);
    }

    private static String tcp(String name, String flags, int value) {
        return "%s{reporter=\"source\",%s,request_protocol=\"tcp\",response_flags=\"%s\",connection_security_policy=\"unknown\"} %d"
                .formatted(name, PAIR, flags, value);
    }

    /// @param emptyBuckets how many buckets, from the smallest up, hold nothing
    private static String histogram(String name, String labels, int emptyBuckets, long sum) {
        var bounds =
                List.of(
                        "0.5", "1", "5", "10", "25", "50", "100", "250", "500", "1000", "2500",
                        "5000", "10000", "30000", "60000", "300000", "600000", "1800000", "3600000",
                        "+Inf");
        var text = new StringBuilder("# TYPE " + name + " histogram\n");
        for (int i = 0; i < bounds.size(); i++) {
            text.append(name + "_bucket{" + labels + ",le=\"" + bounds.get(i) + "\"} ");
            text.append(i < emptyBuckets ? "0\n" : "1\n");
        }
        return text.append(name + "_sum{" + labels + "} " + sum + "\n")
                .append(name + "_count{" + labels + "} 1\n")
                .toString();
    }

    private String page() throws IOException {
        var page = new StringBuilder();
        Exposition.write(List.of(metrics), page);
        return page.toString();
    }
}
