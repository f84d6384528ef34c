package io.windrose.controlplane;

import static io.windrose.translate.XdsType.CDS;
import static io.windrose.translate.XdsType.EDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DebugServerTest {
    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theOperatorSeesHowFarEveryProxyIs() throws Exception {
        server.mesh.set(TestMesh.of(3));
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.subscribe(EDS, "nobody");
            proxy.reject(proxy.next(), "say \"no\"\n");
            server.await(now ->
                    now.proxies().stream()
                            .flatMap(p -> p.session().types().values().stream())
                            .anyMatch(type -> type.rejection().isPresent()));

            var answer = get("/debug/syncz", "operator-token");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().replaceAll("\"20[^\"]*Z\"", "\"T\""))
                    .isEqualTo(
                            "{\"version\":3,\"proxies\":[{\"node\":\"sidecar~127.0.0.9~reviews-v1.default~default.svc.cluster.local\","
                                    + "\"name\":\"reviews-v1.default\",\"software\":\"windrose\",\"connection\":1,\"connectedAt\":\"T\","
                                    + "\"offered\":3,\"acknowledged\":-1,\"types\":{\"eds\":{\"sent\":0,\"accepted\":0,\"sentAt\":\"T\","
                                    + "\"acceptedAt\":\"1970-01-01T00:00:00Z\",\"synced\":false,\"rejection\":\"say \\\"no\\\"\\u000a\"}}}]}");
        }
    }

    @Test
    void oneProxysResourcesAreListed() throws Exception {
        server.mesh.set(TestMesh.of(0));
        var node = TestClient.node("reviews-v1", "bookinfo-reviews").getId();
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.subscribe(CDS, "BlackHoleCluster");
            proxy.nextNames();
            server.await(now ->
                    now.proxies().stream()
                            .flatMap(p -> p.session().types().values().stream())
                            .anyMatch(type -> type.accepted() == 1));

            var answer =
                    get(
                            "/debug/resourcez?node="
                                    + URLEncoder.encode(node, StandardCharsets.UTF_8),
                            "operator-token");

            assertThat(answer.body().replaceAll("[0-9a-f]{16}", "V"))
                    .isEqualTo(
                            "[{\"type\":\"cds\",\"name\":\"BlackHoleCluster\",\"sent\":\"V\",\"accepted\":\"V\"}]");
        }
    }

    @Test
    void aWorkloadAndAStrangerAreTurnedAway() throws Exception {
        assertThat(get("/debug/syncz", "reviews-token").statusCode()).isEqualTo(403);
        assertThat(get("/debug/syncz", "made-up").statusCode()).isEqualTo(401);
        assertThat(get("/debug/syncz?token=operator-token", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String token)
            throws IOException, InterruptedException {
        var address = server.controlPlane.debugAddress().orElseThrow();
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
