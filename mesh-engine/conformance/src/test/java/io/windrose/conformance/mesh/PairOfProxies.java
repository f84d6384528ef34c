package io.windrose.conformance.mesh;

import com.sun.net.httpserver.HttpServer;
import io.windrose.controlplane.ControlPlaneSettings;
import io.windrose.controlplane.DirectoryControlPlane;
import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.access.Tokens;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Result;
import io.windrose.proxy.Proxy;
import io.windrose.proxy.ProxyConfig;
import io.windrose.proxy.ProxyHost;
import io.windrose.proxy.bootstrap.ControlPlaneAddress;
import io.windrose.proxy.bootstrap.NodeDescription;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.telemetry.Exposition;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A mesh of two: `client` calls service `backend`, each behind a proxy of ours, both told by a
/// control plane of ours what a directory of YAML says.
final class PairOfProxies implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final String BACKEND_POD_ADDRESS = "127.0.0.1";

    private final HttpServer application;
    private final CertificateAuthority authority =
            CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, Clock.systemUTC());
    private final int xds = PeerProcess.freePort();
    private DirectoryControlPlane controlPlane;
    private final ProxyHost host = new ProxyHost(1, Clock.systemUTC(), 1);
    private final int outbound = PeerProcess.freePort();
    private final int inbound = PeerProcess.freePort();
    private final Path directory;
    private final Proxy backend;
    private final Proxy client;

    /// @param directory filled with the mesh; files may be added to it
    PairOfProxies(Path directory) throws Exception {
        this.directory = directory;
        application =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext(
                "/",
                exchange -> {
                    var xfcc = exchange.getRequestHeaders().getFirst("x-forwarded-client-cert");
                    byte[] body = String.valueOf(xfcc).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        application.start();
        write("mesh.yaml", MeshOfTwo.yaml(BACKEND_POD_ADDRESS, inbound, outbound));
        controlPlane = controlPlane();
        backend = proxy("backend", BACKEND_POD_ADDRESS, backendMetadata());
        client =
                proxy(
                        "client",
                        "127.0.0.2",
                        Map.of(
                                "WINDROSE_OUTBOUND_BIND", "127.0.0.1",
                                "WINDROSE_OUTBOUND_PORT_OFFSET", "0"));
    }

    private Map<String, String> backendMetadata() {
        return Map.of(
                "WINDROSE_APP",
                "127.0.0.1:" + application.getAddress().getPort(),
                "WINDROSE_OUTBOUND_BIND",
                "127.0.0.3");
    }

    /// With the authority and the address of the one before, if there was one.
    private DirectoryControlPlane controlPlane() {
        var tokens =
                new Tokens(Map.of("client", workload("client"), "backend", workload("backend")));
        return value(
                DirectoryControlPlane.start(
                        ControlPlaneSettings.onLoopback()
                                .withXds(
                                        new InetSocketAddress(
                                                InetAddress.getLoopbackAddress(), xds)),
                        directory,
                        tokens,
                        _ -> Result.ok(authority),
                        Clock.systemUTC()));
    }

    private static Caller workload(String account) {
        return new Caller.Workload(new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", account));
    }

    private Proxy proxy(String name, String address, Map<String, String> metadata)
            throws Exception {
        var all = new HashMap<>(metadata);
        all.put("WORKLOAD_NAME", name);
        all.put("SERVICE_ACCOUNT", name);
        all.put("INTERCEPTION_MODE", "NONE");
        var node =
                new NodeDescription(
                        "sidecar~%s~%s.default~default.svc.cluster.local".formatted(address, name),
                        Map.of("app", name, "version", "v1"),
                        all);
        var config =
                value(
                        ProxyConfig.of(
                                value(ControlPlaneAddress.parse("127.0.0.1:" + xds)),
                                Optional.of(name),
                                node,
                                Optional.of(new ServerAddress.Tcp("127.0.0.1", 0))));
        var proxy = value(Proxy.start(config, host));
        proxy.ready().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return proxy;
    }

    void write(String file, String yaml) throws IOException {
        Files.writeString(directory.resolve(file), yaml);
    }

    void remove(String file) throws IOException {
        Files.delete(directory.resolve(file));
    }

    /// What the service answers to the client's application, head and body; the body tells the
    /// caller's certificate.
    String call() throws IOException {
        return send(outbound, "backend:" + outbound);
    }

    /// The same without the client's proxy.
    String callInPlainText() throws IOException {
        return send(inbound, "backend:" + outbound);
    }

    private static String send(int port, String authority) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_SECONDS * 1000);
            var request =
                    "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(authority);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void endControlPlane() {
        controlPlane.close();
    }

    void startControlPlaneAgain() {
        controlPlane = controlPlane();
    }

    /// The samples of `istio_requests_total` at both ends, as soon as there are so many: a proxy
    /// counts a request when it is done with it, which the caller may be before.
    ///
    /// @return what there is after the patience, if fewer
    List<String> awaitRequestSeries(int samples) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var series = requestSeries();
        while (series.size() < samples && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
            series = requestSeries();
        }
        return series;
    }

    private List<String> requestSeries() throws IOException {
        var page = new StringBuilder();
        Exposition.write(List.of(client.metrics(), backend.metrics()), page);
        return page.toString()
                .lines()
                .filter(line -> line.startsWith("istio_requests_total{"))
                .toList();
    }

    Proxy client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        backend.close();
        host.close();
        controlPlane.close();
        application.stop(0);
    }

    private static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
