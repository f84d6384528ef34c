package io.windrose.proxy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Live;
import io.windrose.proxy.done.TcpProgress;
import io.windrose.telemetry.AccessLogFiles;
import io.windrose.telemetry.Exposition;
import io.windrose.telemetry.RequestMetrics;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.telemetry.ResponseFlags;
import io.windrose.telemetry.WorkloadLabels;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.header.TextTemplate;
import io.windrose.traffic.listener.AccessLog;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.listener.LogFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportsTest {
    private static final String SERVICE =
            "destination_service=\"reviews.default.svc.cluster.local\",";
    private static final String SERVICE_NAME =
            "destination_service_name=\"reviews\",destination_service_namespace=\"default\",";

    private final Live<RuntimeSnapshot> runtime = new Live<>(RuntimeSnapshot.EMPTY);
    private final RequestMetrics metrics = new RequestMetrics("");

    @TempDir Path folder;

    @Test
    void theCallersProxyNamesBothEndsAndLeavesTheSecurityOpen() throws IOException {
        reports("productpage", "v1").done(Endings.outbound(200, ResponseFlags.NONE));

        assertThat(series("istio_requests_total"))
                .containsExactly(
                        "{reporter=\"source\","
                                + source("productpage", "v1", true)
                                + destination("reviews", "v2", true)
                                + "request_protocol=\"http\",response_code=\"200\","
                                + "grpc_response_status=\"\",response_flags=\"-\","
                                + "connection_security_policy=\"unknown\"} 1");
    }

    @Test
    void theCalledProxySaysWhetherTlsWasMutual() throws IOException {
        var reports = reports("reviews", "v2");
        reports.done(Endings.inbound());
        reports.done(Endings.inbound());

        assertThat(series("istio_requests_total"))
                .containsExactly(
                        "{reporter=\"destination\","
                                + source("productpage", "v1", true)
                                + destination("reviews", "v2", true)
                                + "request_protocol=\"http\",response_code=\"200\","
                                + "grpc_response_status=\"\",response_flags=\"-\","
                                + "connection_security_policy=\"mutual_tls\"} 2");
    }

    @Test
    void aCallerOutsideTheMeshIsUnknown() throws IOException {
        reports("reviews", "v2").done(Endings.plain());

        assertThat(series("istio_requests_total"))
                .containsExactly(
                        "{reporter=\"destination\","
                                + "source_workload=\"unknown\",source_canonical_service=\"unknown\","
                                + "source_canonical_revision=\"latest\","
                                + "source_workload_namespace=\"unknown\","
                                + "source_principal=\"unknown\",source_app=\"unknown\","
                                + "source_version=\"unknown\",source_cluster=\"unknown\","
                                + destination("reviews", "v2", false)
                                + "request_protocol=\"http\",response_code=\"200\","
                                + "grpc_response_status=\"\",response_flags=\"-\","
                                + "connection_security_policy=\"none\"} 1");
    }

    @Test
    void whereNoPeerAnswersTheEndpointsMetadataNamesTheWorkload() throws IOException {
        reports("productpage", "v1")
                .done(Endings.refused("reviews-v3;default;reviews;v3;Kubernetes"));

        assertThat(series("istio_requests_total").toList().getFirst())
                .contains(
                        "destination_workload=\"reviews-v3\",destination_workload_namespace=\"default\","
                                + "destination_principal=\"unknown\",destination_app=\"unknown\","
                                + "destination_version=\"unknown\","
                                + SERVICE
                                + "destination_canonical_service=\"reviews\","
                                + "destination_canonical_revision=\"v3\","
                                + SERVICE_NAME
                                + "destination_cluster=\"Kubernetes\",");
    }

    @Test
    void anInjectedFaultCountsAgainstTheServiceThatWasAsked() throws IOException {
        reports("productpage", "v1")
                .done(Endings.outbound(503, ResponseFlags.of(ResponseFlag.FAULT_INJECTED)));

        assertThat(series("istio_requests_total").toList().getFirst())
                .contains("response_code=\"503\",grpc_response_status=\"\",response_flags=\"FI\"");
    }

    @Test
    void aRelayedConnectionIsCountedWhileItLivesAndWhenItEnds() throws IOException {
        var reports = reports("reviews", "v2");
        reports.relayed(new TcpProgress(TcpProgress.Stage.OPENED, Endings.inbound(), 0, 0));
        reports.relayed(new TcpProgress(TcpProgress.Stage.RUNNING, Endings.inbound(), 10, 20));
        reports.relayed(new TcpProgress(TcpProgress.Stage.CLOSED, Endings.inbound(), 1, 2));

        assertThat(
                        Stream.of(
                                        "connections_opened",
                                        "connections_closed",
                                        "received_bytes",
                                        "sent_bytes")
                                .flatMap(name -> values("istio_tcp_" + name + "_total")))
                .containsExactly("1", "1", "11", "22");
    }

    @Test
    void eachEndingThatTheListenersLogWantsIsALine() {
        var path = folder.resolve("access.log");
        runtime.set(snapshot(path, new LogFilter.Everything()));
        try (var files = new AccessLogFiles()) {
            var reports = reports("productpage", "v1", files);
            reports.done(Endings.outbound(200, ResponseFlags.NONE));
            reports.done(Endings.outbound(503, ResponseFlags.of(ResponseFlag.FAULT_INJECTED)));
            reports.done(Endings.inbound());
        }

        assertThat(path)
                .hasContent(
                        """
                        2026-11-21T12:00:00.500Z GET /reviews/0 200 - 7 127.0.0.1:9081 100%
                        2026-11-21T12:00:00.500Z GET /reviews/0 503 FI 7 127.0.0.1:9081 100%
                        """);
    }

    @Test
    void aLogOfFlagsLeavesOutWhatWentWell() {
        var path = folder.resolve("access.log");
        runtime.set(snapshot(path, new LogFilter.Flags(Set.of("FI"))));
        try (var files = new AccessLogFiles()) {
            var reports = reports("productpage", "v1", files);
            reports.done(Endings.outbound(200, ResponseFlags.NONE));
            reports.done(Endings.outbound(503, ResponseFlags.of(ResponseFlag.FAULT_INJECTED)));
        }

        assertThat(path)
                .hasContent(
                        "2026-11-21T12:00:00.500Z GET /reviews/0 503 FI 7 127.0.0.1:9081 100%\n");
    }

    private Reports reports(String app, String version) {
        return reports(app, version, new AccessLogFiles());
    }

    private Reports reports(String app, String version, AccessLogFiles files) {
        var own =
                WorkloadLabels.of(
                        app + "-" + version,
                        "default",
                        "Kubernetes",
                        Map.of("app", app, "version", version));
        return new Reports(own, metrics, runtime, files);
    }

    private static RuntimeSnapshot snapshot(Path path, LogFilter filter) {
        var line =
                "%START_TIME% %REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE% %RESPONSE_FLAGS% %DURATION% %UPSTREAM_HOST% 100%%\n";
        var log =
                new AccessLog(
                        path.toString(), new AccessLog.Text(TextTemplate.parse(line)), filter);
        var listener =
                new Listener(
                        "0.0.0.0_9080",
                        "0.0.0.0",
                        9080,
                        true,
                        false,
                        Listener.Direction.OUTBOUND,
                        List.of(),
                        Duration.ZERO,
                        true,
                        List.of(),
                        null,
                        List.of(log),
                        0);
        return new RuntimeSnapshot(Map.of("0.0.0.0_9080", listener), Map.of(), Map.of(), Set.of());
    }

    private static String source(String app, String version, boolean proved) {
        return "source_workload=\"%1$s-%2$s\",source_canonical_service=\"%1$s\",source_canonical_revision=\"%2$s\",source_workload_namespace=\"default\",source_principal=\"%3$s\",source_app=\"%1$s\",source_version=\"%2$s\",source_cluster=\"Kubernetes\","
                .formatted(app, version, proved ? Endings.ACCOUNTS + app : "unknown");
    }

    private static String destination(String app, String version, boolean proved) {
        return "destination_workload=\"%1$s-%2$s\",destination_workload_namespace=\"default\",destination_principal=\"%3$s\",destination_app=\"%1$s\",destination_version=\"%2$s\",%4$sdestination_canonical_service=\"%1$s\",destination_canonical_revision=\"%2$s\",%5$sdestination_cluster=\"Kubernetes\","
                .formatted(
                        app,
                        version,
                        proved ? Endings.ACCOUNTS + app : "unknown",
                        SERVICE,
                        SERVICE_NAME);
    }

    private Stream<String> series(String name) throws IOException {
        var page = new StringBuilder();
        Exposition.write(List.of(metrics), page);
        return page.toString()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .map(line -> line.substring(name.length()));
    }

    private Stream<String> values(String name) {
        try {
            return series(name).map(line -> line.substring(line.lastIndexOf(' ') + 1));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
