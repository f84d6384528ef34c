package io.windrose.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// The half of an API server that an API server for custom resources asks: whose a token is, what
/// its owner may do, and which namespaces, services and rules of admission there are. Every token
/// is that of an administrator; of all but namespaces there is none, and nothing ever changes.
///
/// @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/">Kubernetes API
///   concepts</a>
final class CoreHalf implements AutoCloseable {
    private static final String USER =
            """
            {"kind": "TokenReview", "apiVersion": "authentication.k8s.io/v1", "metadata": {}, "spec": {},
             "status": {"authenticated": true,
                        "user": {"username": "admin", "groups": ["system:masters", "system:authenticated"]}}}
            """;
    private static final String ALLOWED =
            """
            {"kind": "SubjectAccessReview", "apiVersion": "authorization.k8s.io/v1", "metadata": {}, "spec": {},
             "status": {"allowed": true}}
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> namespaces;

    private CoreHalf(HttpServer server, List<String> namespaces) {
        this.server = server;
        this.namespaces = List.copyOf(namespaces);
    }

    /// Answers over plain HTTP on a loopback port of its own.
    static CoreHalf start(List<String> namespaces) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var core = new CoreHalf(server, namespaces);
        server.setExecutor(core.threads);
        server.createContext("/", core::answer);
        server.start();
        return core;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
            var listed = Listed.at(path);
            if (path.endsWith("/tokenreviews")) {
                send(exchange, 201, USER);
            } else if (path.endsWith("/subjectaccessreviews")) {
                send(exchange, 201, ALLOWED);
            } else if (listed.isPresent() && query.contains("watch=true")) {
                watch(exchange, listed.get(), query.contains("sendInitialEvents=true"));
            } else if (listed.isPresent()) {
                send(exchange, 200, list(listed.get()));
            } else {
                other(exchange, path);
            }
        }
    }

    private void other(HttpExchange exchange, String path) throws IOException {
        var namespace = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/api/v1/namespaces/") && namespaces.contains(namespace)) {
            send(exchange, 200, object(Listed.NAMESPACES, namespace));
        } else if (Discovery.of(path).isPresent()) {
            send(exchange, 200, Discovery.of(path).get());
        } else {
            send(
                    exchange,
                    404,
                    """
                    {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "NotFound", "code": 404}
                    """);
        }
    }

    /// What there is first, where that is asked for; then nothing, until this server ends.
    private void watch(HttpExchange exchange, Listed kind, boolean first) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        var events = new StringBuilder();
        if (first) {
            names(kind).forEach(name -> events.append(event("ADDED", object(kind, name))));
            events.append(event("BOOKMARK", kind.bookmark()));
        }
        exchange.getResponseBody().write(events.toString().getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> names(Listed kind) {
        return kind == Listed.NAMESPACES ? namespaces : List.of();
    }

    private String list(Listed kind) {
        return """
        {"kind": "%sList", "apiVersion": "%s", "metadata": {"resourceVersion": "1"}, "items": [%s]}
        """
                .formatted(
                        kind.kind(),
                        kind.apiVersion(),
                        names(kind).stream()
                                .map(name -> object(kind, name))
                                .collect(Collectors.joining(",")));
    }

    private static String object(Listed kind, String name) {
        return """
        {"kind": "%s", "apiVersion": "%s",
         "metadata": {"name": "%s", "uid": "of-%s", "resourceVersion": "1"},
         "spec": {"finalizers": ["kubernetes"]}, "status": {"phase": "Active"}}
        """
                .formatted(kind.kind(), kind.apiVersion(), name, name);
    }

    /// One line, as a watch sends them.
    private static String event(String type, String object) {
        return "{\"type\": \"%s\", \"object\": %s}\n".formatted(type, object.replace("\n", " "));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
