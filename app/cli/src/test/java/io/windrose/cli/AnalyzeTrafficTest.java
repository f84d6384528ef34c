package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A Sidecar that leaves out a host is wrong only where somebody calls that host.
final class AnalyzeTrafficTest {
    private static final String MESH =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: back, namespace: shop}
            spec: {selector: {app: back}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: middle, namespace: shop}
            spec: {selector: {app: middle}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: front, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: front}}
                spec: {containers: [{name: app, image: "app:1"}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: front, namespace: shop}
            spec:
              workloadSelector: {labels: {app: front}}
              egress: [{hosts: [./middle.shop.svc.cluster.local]}]
            """;

    private static final String NOBODY =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private static final String CALLS =
            NOBODY.replace(
                    "[]",
                    """
                    [{"metric":{"reporter":"source","source_cluster":"c","source_workload_namespace":"shop",
                    "source_workload":"front","source_canonical_service":"front","source_canonical_revision":"v1",
                    "destination_cluster":"c","destination_service_namespace":"shop",
                    "destination_service":"back.shop.svc.cluster.local","destination_service_name":"back",
                    "destination_workload_namespace":"shop","destination_workload":"back",
                    "destination_canonical_service":"back","destination_canonical_revision":"v1",
                    "response_code":"200","response_flags":"-","request_protocol":"http",
                    "connection_security_policy":"mutual_tls"},"value":[1764000000,"2.5"]}]\
                    """);

    @Test
    void whoWasSeenToCallIsAsked() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var text =
                                exchange.getRequestURI().getRawQuery()
                                        + new String(
                                                exchange.getRequestBody().readAllBytes(),
                                                StandardCharsets.UTF_8);
                        var query = URLDecoder.decode(text, StandardCharsets.UTF_8);
                        var answer = query.contains("istio_requests_total") ? CALLS : NOBODY;
                        var bytes = answer.getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var ended = Shell.runWith(MESH, "analyze", "--prometheus", url, "-");

            assertThat(ended.out())
                    .contains(
                            "Warning [WR0224] (Sidecar shop/front -:24:13) Deployment shop/front calls back.shop.svc.cluster.local")
                    .contains("fix: Add shop/back.shop.svc.cluster.local");
            assertThat(Shell.runWith(MESH, "analyze", "-").out()).doesNotContain("WR0224");
        } finally {
            server.stop(0);
        }
    }
}
