package io.windrose.packaging.redirect;

import com.sun.net.httpserver.HttpServer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/// The programs of the two pods, which know nothing of a mesh: `serve PORT` answers each request
/// with its `x-forwarded-client-cert`, `get URL` prints status and body.
final class HttpPod {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HttpPod() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "serve" -> serve(Integer.parseInt(arguments[1]));
            case "get" -> get(arguments[1]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void serve(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext(
                "/",
                exchange -> {
                    var certificate =
                            exchange.getRequestHeaders().getFirst("x-forwarded-client-cert");
                    var body =
                            Objects.toString(certificate, "none").getBytes(StandardCharsets.UTF_8);
                    try (exchange) {
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
    }

    private static void get(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var out = new PrintStream(new FileOutputStream(java.io.FileDescriptor.out))) {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            var answer = http.send(request, BodyHandlers.ofString());
            out.println(answer.statusCode());
            out.println(answer.body());
        }
    }
}
