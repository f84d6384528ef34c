package io.windrose.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.admin.ServerState;
import io.windrose.proxy.bootstrap.BootstrapFile;
import io.windrose.proxy.bootstrap.ProxyBootstrap;
import io.windrose.proxy.wire.WireTypes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole proxies with static bootstraps, on loopback, in front of the JDK's own server.
final class ProxyTest {
    private static final int PATIENCE_SECONDS = 10;

    private final ProxyHost host = new ProxyHost(1, Clock.systemUTC(), 1);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                    .build();
    private final List<Proxy> proxies = new ArrayList<>();
    private final HttpServer backend;

    @TempDir Path folder;

    ProxyTest() throws IOException {
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext(
                "/",
                exchange -> {
                    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        backend.start();
    }

    @AfterEach
    void close() {
        proxies.forEach(Proxy::close);
        host.close();
        client.close();
        backend.stop(0);
    }

    @Test
    void aStaticBootstrapIsServedCountedAndLogged() throws Exception {
        var log = folder.resolve("access.log");
        var proxy = started(ProxyConfig.of(bootstrap(log)).withAdminToken(Optional.of("t")));

        assertThat(get(listener(proxy), "/a").body()).isEqualTo("hello");
        assertThat(get(admin(proxy), "/ready?token=t").body()).isEqualTo("LIVE\n");
        assertThat(get(admin(proxy), "/ready").statusCode()).isEqualTo(401);
        assertThat(get(admin(proxy), "/stats/prometheus?token=t").body())
                .containsPattern(
                        "istio_requests_total\\{reporter=\"source\",source_workload=\"client-v1\",.*response_code=\"200\",.*} 1");
        assertThat(get(admin(proxy), "/config_dump?token=t").body())
                .contains("\"name\": \"plain\"");
        assertThat(lines(log)).containsExactly("GET /a 200 -");
    }

    @Test
    void severalProxiesShareOneHost() throws Exception {
        var first = started(ProxyConfig.of(bootstrap(folder.resolve("1.log"))));
        var second = started(ProxyConfig.of(bootstrap(folder.resolve("2.log"))));

        assertThat(get(listener(first), "/").body()).isEqualTo("hello");
        first.close();

        assertThat(get(listener(second), "/").body()).isEqualTo("hello");
    }

    @Test
    void drainingShowsAtTheReadinessEndpoint() throws Exception {
        var proxy = started(ProxyConfig.of(bootstrap(folder.resolve("1.log"))));

        proxy.drain(Duration.ofSeconds(1));

        var seen = new CompletableFuture<ServerState>();
        try (var _ =
                proxy.state()
                        .subscribe(
                                Owner.direct(),
                                state -> {
                                    if (state == ServerState.DRAINING) {
                                        seen.complete(state);
                                    }
                                })) {
            seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(get(admin(proxy), "/ready").body()).isEqualTo("DRAINING\n");
    }

    @Test
    void aStaticResourceThatIsRefusedStopsTheStart() {
        var broken =
                parsed(
                        """
                        static_resources:
                          clusters:
                          - name: c
                            type: STATIC
                            lb_policy: MAGLEV
                            connect_timeout: -1s
                          listeners:
                          - name: l
                            address: {socket_address: {address: 127.0.0.1, port_value: 0}}
                            filter_chains:
                            - filters: [{name: nothing.known}]
                        """);

        assertThat(Proxy.start(ProxyConfig.of(broken), host).problems())
                .extracting(Problem::code)
                .contains("MESH1310");
    }

    @Test
    void aRequestToQuitIsPassedOn() throws Exception {
        var proxy = started(ProxyConfig.of(bootstrap(folder.resolve("1.log"))));

        client.send(
                HttpRequest.newBuilder(uri(admin(proxy), "/quitquitquit"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(proxy.ended().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(5));
    }

    /// The log once it has one line, which is about a second after the request.
    private List<String> lines(Path log) throws IOException, InterruptedException {
        var watcher = log.getFileSystem().newWatchService();
        try (watcher) {
            folder.register(
                    watcher,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.exists(log) || Files.size(log) == 0) {
                var event = watcher.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no line in " + log);
                }
                event.reset();
            }
        }
        return Files.readAllLines(log);
    }

    private Proxy started(ProxyConfig config) throws Exception {
        switch (Proxy.start(config, host)) {
            case Result.Ok<Proxy>(var proxy, _) -> {
                proxies.add(proxy);
                proxy.ready().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return proxy;
            }
            case Result.Err<Proxy>(var problems) -> throw new AssertionError(problems.toString());
        }
    }

    private ProxyBootstrap bootstrap(Path log) {
        return parsed(
                """
                node:
                  id: sidecar~127.0.0.1~client-abc.default~default.svc.cluster.local
                  metadata: {WORKLOAD_NAME: client-v1, NAMESPACE: default}
                admin: {address: {socket_address: {address: 127.0.0.1, port_value: 0}}}
                static_resources:
                  listeners:
                  - name: plain
                    traffic_direction: OUTBOUND
                    address: {socket_address: {address: 127.0.0.1, port_value: 0}}
                    filter_chains:
                    - filters:
                      - name: envoy.filters.network.http_connection_manager
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                          stat_prefix: plain
                          access_log:
                          - name: envoy.access_loggers.file
                            typed_config:
                              "@type": type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog
                              path: %s
                              log_format: {text_format_source: {inline_string: "%%REQ(:METHOD)%% %%REQ(:PATH)%% %%RESPONSE_CODE%% %%RESPONSE_FLAGS%%\\n"}}
                          route_config:
                            name: plain
                            virtual_hosts:
                            - {name: app, domains: ["*"], routes: [{match: {prefix: "/"}, route: {cluster: app}}]}
                          http_filters:
                          - name: envoy.filters.http.router
                            typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router}
                  clusters:
                  - name: app
                    type: STATIC
                    load_assignment:
                      cluster_name: app
                      endpoints:
                      - lb_endpoints:
                        - endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}
                """
                        .formatted(log, backend.getAddress().getPort()));
    }

    private static ProxyBootstrap parsed(String text) {
        return switch (new BootstrapFile(new WireTypes()).parse("bootstrap.yaml", text)) {
            case Result.Ok<ProxyBootstrap>(var bootstrap, _) -> bootstrap;
            case Result.Err<ProxyBootstrap>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static SocketAddress listener(Proxy proxy) {
        return proxy.listening().values().iterator().next();
    }

    private static SocketAddress admin(Proxy proxy) {
        return proxy.adminAddress().orElseThrow();
    }

    private HttpResponse<String> get(SocketAddress address, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(address, path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(SocketAddress address, String path) {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) address).getPort() + path);
    }
}
