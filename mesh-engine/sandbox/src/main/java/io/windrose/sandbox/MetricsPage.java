package io.windrose.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The metrics of all the sandbox's proxies on one page, collected anew for each request. A proxy
/// that does not answer is left out: the others' traffic is still true.
final class MetricsPage implements AutoCloseable {
    private static final String PATH = "/metrics";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpClient http;
    private final AdminAddresses admins;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private MetricsPage(HttpClient http, AdminAddresses admins) throws IOException {
        this.http = http;
        this.admins = admins;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(requests);
        server.createContext(PATH, this::answer);
        server.start();
    }

    static MetricsPage start(HttpClient http, AdminAddresses admins) throws IOException {
        return new MetricsPage(http, admins);
    }

    URI url() {
        return URI.create(
                "http://"
                        + AdminAddresses.text(server.getAddress())
                        + PATH
                        + "?token="
                        + admins.token());
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var page = MergedExposition.of(collect()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", CONTENT_TYPE);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("authorization");
        var query = exchange.getRequestURI().getRawQuery();
        var given =
                header != null && header.startsWith("Bearer ")
                        ? header.substring("Bearer ".length())
                        : query != null && query.startsWith("token=")
                                ? query.substring("token=".length())
                                : "";
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                admins.token().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> collect() {
        var asked = new LinkedHashMap<String, CompletableFuture<HttpResponse<String>>>();
        for (var pod : admins.byPod().keySet()) {
            var request =
                    HttpRequest.newBuilder(admins.url(pod, "/stats/prometheus"))
                            .timeout(PATIENCE)
                            .build();
            asked.put(pod, http.sendAsync(request, BodyHandlers.ofString()));
        }
        var pages = new LinkedHashMap<String, String>();
        asked.forEach((pod, answer) -> {
            var page = answer.handle((response, _) -> response).join();
            if (page != null && page.statusCode() == 200) {
                pages.put(pod, page.body());
            }
        });
        return pages;
    }
}
