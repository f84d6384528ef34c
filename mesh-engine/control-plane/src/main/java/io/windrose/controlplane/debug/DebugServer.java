package io.windrose.controlplane.debug;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.windrose.controlplane.access.AccessInterceptor;
import io.windrose.controlplane.access.Authenticator;
import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.ads.Streams;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.kernel.Live;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Answers the operator's questions; everybody else is turned away.
///
/// - `/debug/syncz`: every connected proxy and how far it has followed
/// - `/debug/resourcez?node=ID`: what one proxy was sent and accepted
///
/// The token comes as `Authorization: Bearer` or as `?token=`. Each request has a virtual thread.
public final class DebugServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Authenticator authenticator;

    private DebugServer(HttpServer server, Authenticator authenticator) {
        this.server = server;
        this.authenticator = authenticator;
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    public static Result<DebugServer> start(
            InetSocketAddress address,
            Authenticator authenticator,
            Live<SyncStatus> status,
            Streams streams) {
        try {
            var debug = new DebugServer(HttpServer.create(address, 0), authenticator);
            debug.answer("/debug/syncz", _ -> StatusJson.of(status.get()));
            debug.answer(
                    "/debug/resourcez",
                    exchange ->
                            StatusJson.of(
                                    streams.resources(parameter(exchange, "node").orElse(""))
                                            .toCompletableFuture()
                                            .join()));
            debug.server.setExecutor(debug.threads);
            debug.server.start();
            return Result.ok(debug);
        } catch (IOException e) {
            return Result.err(
                    Problem.error(
                            "MESH0704",
                            Place.NOWHERE,
                            "cannot listen on "
                                    + address.getHostString()
                                    + ":"
                                    + address.getPort()
                                    + " for debugging: "
                                    + e.getMessage()
                                    + "; name another address"));
        }
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(String path, Answer answer) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        switch (authenticator.authenticate(token(exchange))) {
                            case Result.Ok<Caller>(Caller.Operator _, _) ->
                                    reply(exchange, 200, answer.to(exchange));
                            case Result.Ok<Caller>(Caller.Workload(var id), _) ->
                                    reply(
                                            exchange,
                                            403,
                                            StatusJson.error(id + " may not look at others"));
                            case Result.Err<Caller>(var problems) ->
                                    reply(
                                            exchange,
                                            401,
                                            StatusJson.error(problems.getFirst().message()));
                        }
                    }
                });
    }

    private interface Answer {
        String to(HttpExchange exchange);
    }

    private static Optional<String> token(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .flatMap(AccessInterceptor::bearer)
                .or(() -> parameter(exchange, "token"));
    }

    private static Optional<String> parameter(HttpExchange exchange, String name) {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair ->
                        URLDecoder.decode(
                                pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static void reply(HttpExchange exchange, int code, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }
}
