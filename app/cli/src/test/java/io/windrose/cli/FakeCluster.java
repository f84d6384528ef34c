package io.windrose.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Answers as an API server with lists that a test writes, over plain HTTP on loopback. What has no
/// answer is not there.
final class FakeCluster implements AutoCloseable {
    static final String TOKEN = "of-a-reader";
    private static final Pattern CONTINUE = Pattern.compile("continue=[^&]+");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int status, String body) {}

    private FakeCluster(HttpServer server) {
        this.server = server;
    }

    static FakeCluster start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var cluster = new FakeCluster(server);
        server.setExecutor(cluster.threads);
        server.createContext("/", cluster::answer);
        server.start();
        cluster.answers.put("/version", new Answer(200, "{\"gitVersion\": \"v1.34.1\"}"));
        return cluster;
    }

    /// @param path with what follows `?` only where another part of a list is asked for
    FakeCluster has(String path, String json) {
        answers.put(path, new Answer(200, json));
        return this;
    }

    FakeCluster refuses(String path, int status) {
        answers.put(
                path,
                new Answer(
                        status,
                        "{\"kind\": \"Status\", \"message\": \"%s is refused\"}".formatted(path)));
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var next = CONTINUE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
            var asked = next.find() ? path + "?" + next.group() : path;
            var known =
                    ("Bearer " + TOKEN)
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = answers.getOrDefault(asked, new Answer(404, "{}"));
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? answer.status() : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
