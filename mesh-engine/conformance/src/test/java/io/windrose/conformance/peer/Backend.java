package io.windrose.conformance.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// An upstream that answers with its name and what it was asked, so that two proxies can be
/// compared by what they made of a request. `/status/CODE` answers with that code.
public final class Backend implements AutoCloseable {
    private final String name;
    private final Duration delay;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Backend(String name, Duration delay) throws IOException {
        this.name = name;
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(requests);
        server.createContext("/", this::answer);
        server.start();
    }

    /// @param delay before each answer
    public static Backend start(String name, Duration delay) throws IOException {
        return new Backend(name, delay);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        requests.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            waitFor(delay);
            var path = exchange.getRequestURI().getPath();
            int status =
                    path.startsWith("/status/")
                            ? Integer.parseInt(path.substring("/status/".length()))
                            : 200;
            var text = describe(exchange, body.length).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "text/plain");
            exchange.getResponseHeaders().set("x-backend", name);
            exchange.getResponseHeaders().set("x-backend-detail", "internal");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : text.length);
            if (!head) {
                exchange.getResponseBody().write(text);
            }
        }
    }

    private String describe(HttpExchange exchange, int bodyLength) {
        var text = new StringBuilder();
        text.append(name).append(' ').append(exchange.getRequestMethod());
        text.append(' ').append(exchange.getRequestURI()).append(' ').append(bodyLength);
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((header, values) ->
                        headers.put(header.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.forEach(
                (header, value) -> text.append('\n').append(header).append(": ").append(value));
        return text.append('\n').toString();
    }

    private void waitFor(Duration time) {
        try {
            if (!time.isZero() && closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("closed while answering");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
