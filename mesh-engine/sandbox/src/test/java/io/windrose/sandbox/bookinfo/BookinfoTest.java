package io.windrose.sandbox.bookinfo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The services behind one plain relay that stands in for their proxies: it looks at the Host
/// header, as an outbound listener does.
final class BookinfoTest {
    private final HttpClient http = MeshClient.sharedHttp();
    private final Map<String, DemoService> byHost = new ConcurrentHashMap<>();
    private final List<String> endUsers = new CopyOnWriteArrayList<>();
    private HttpServer relay;
    private MeshClient mesh;

    @BeforeEach
    void startTheRelay() throws IOException {
        relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relay.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var host = exchange.getRequestHeaders().getFirst("host");
                        var user = exchange.getRequestHeaders().getFirst("end-user");
                        endUsers.add(host + " " + user);
                        var service = byHost.get(host);
                        var answer =
                                service == null
                                        ? Answer.error(503, "nobody")
                                        : mesh(service)
                                                .get(
                                                        host,
                                                        path(exchange),
                                                        exchange.getRequestHeaders());
                        DemoService.send(exchange, answer);
                    }
                });
        relay.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        relay.start();
        mesh = new MeshClient(http, relay.getAddress());
        byHost.put("details:9080", DemoService.details());
        byHost.put("ratings:9080", DemoService.ratings());
    }

    @AfterEach
    void stopEverything() {
        byHost.values().forEach(DemoService::close);
        relay.stop(0);
        http.close();
    }

    @Test
    void eachVersionOfReviewsShowsItsOwnStars() throws Exception {
        assertThat(reviews("v1")).doesNotContain("rating");
        assertThat(reviews("v2")).contains("{\"stars\":5,\"color\":\"black\"}");
        assertThat(reviews("v3")).contains("{\"stars\":4,\"color\":\"red\"}");
    }

    @Test
    void onlyV1AsksNobody() throws Exception {
        reviews("v1");
        assertThat(endUsers).isEmpty();

        reviews("v2");
        assertThat(endUsers).containsExactly("ratings:9080 null");
    }

    @Test
    void reviewsApologizeForMissingRatings() throws Exception {
        stop("ratings:9080");

        assertThat(reviews("v3"))
                .contains("{\"error\":\"Ratings service is currently unavailable\"}");
    }

    @Test
    void whoLogsInIsNamedToTheServicesBehind() throws Exception {
        byHost.put("reviews:9080", DemoService.reviews("v2", mesh));
        try (var page = DemoService.productpage(mesh)) {
            var login =
                    HttpRequest.newBuilder(uri(page, "/login"))
                            .header("content-type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=jason&passwd="))
                            .build();
            var cookie = send(login).headers().firstValue("set-cookie").orElseThrow();
            var session = cookie.substring(0, cookie.indexOf(';'));

            var answer =
                    send(
                            HttpRequest.newBuilder(uri(page, "/productpage"))
                                    .header("cookie", session)
                                    .build());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("jason", "Sign out", "William Shakespeare");
            assertThat(endUsers)
                    .containsExactly(
                            "details:9080 jason", "reviews:9080 jason", "ratings:9080 jason");
        }
    }

    @Test
    void aPageWithoutItsPartsApologizes() throws Exception {
        stop("details:9080");
        try (var page = DemoService.productpage(mesh)) {
            var answer = send(HttpRequest.newBuilder(uri(page, "/productpage")).build());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            "Sorry, product details are currently unavailable.",
                            "Sorry, product reviews are currently unavailable.");
        }
    }

    private void stop(String host) {
        requireNonNull(byHost.remove(host)).close();
    }

    private String reviews(String version) throws Exception {
        try (var service = DemoService.reviews(version, mesh)) {
            return send(HttpRequest.newBuilder(uri(service, "/reviews/0")).build()).body();
        }
    }

    private MeshClient mesh(DemoService service) {
        return new MeshClient(http, service.address());
    }

    private static String path(com.sun.net.httpserver.HttpExchange exchange) {
        return DemoService.path(exchange);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static URI uri(DemoService service, String path) {
        return URI.create("http://127.0.0.1:" + service.address().getPort() + path);
    }
}
