package io.windrose.sandbox.bookinfo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One running application process of the demo: an HTTP server on a loopback port of its own, with
/// a virtual thread per request.
public final class DemoService implements AutoCloseable {

    /// The path that every service answers with 200 while it runs.
    static final String HEALTH = "/health";

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private DemoService(HttpHandler application) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(requests);
        server.createContext("/", exchange -> answer(exchange, application));
        server.createContext(
                HEALTH, exchange -> send(exchange, Answer.json("{\"status\":\"ok\"}")));
        server.start();
    }

    public static DemoService productpage(MeshClient mesh) throws IOException {
        return new DemoService(new Productpage(mesh));
    }

    public static DemoService details() throws IOException {
        return new DemoService(exchange -> send(exchange, Details.answer(path(exchange))));
    }

    /// @param version v1 shows no stars and asks nobody; v2 shows black, v3 red stars
    public static DemoService reviews(String version, MeshClient mesh) throws IOException {
        return new DemoService(new Reviews(version, mesh));
    }

    public static DemoService ratings() throws IOException {
        return new DemoService(exchange -> send(exchange, Ratings.answer(path(exchange))));
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }

    static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath();
    }

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void answer(HttpExchange exchange, HttpHandler application) throws IOException {
        try (exchange) {
            application.handle(exchange);
        }
    }
}
