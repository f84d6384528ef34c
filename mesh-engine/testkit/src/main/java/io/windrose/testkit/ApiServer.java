package io.windrose.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Kubernetes' own API server for custom resources, with an etcd of its own, on loopback.
///
/// Both programs end with [#close], at the latest with this JVM. Any thread may ask.
public final class ApiServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofSeconds(60);
    private static final String ADMINISTRATOR = "administrator";

    private final CoreHalf core;
    private final PeerProcess etcd;
    private final PeerProcess server;
    private final HttpClient http;
    private final String address;
    private final Path kubeconfig;
    private final Thread atExit = new Thread(this::end);

    /// What was answered to one request.
    ///
    /// @param body JSON: the object, or a `Status` that says what is wrong
    public record Answer(int status, String body) {
        public boolean accepted() {
            return status / 100 == 2;
        }
    }

    private ApiServer(
            CoreHalf core,
            PeerProcess etcd,
            PeerProcess server,
            HttpClient http,
            String address,
            Path kubeconfig) {
        this.core = core;
        this.etcd = etcd;
        this.server = server;
        this.http = http;
        this.address = address;
        this.kubeconfig = kubeconfig;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Returns when the server is ready. Without the programs the calling test is skipped, or fails
    /// in CI.
    ///
    /// @param folder an empty one, for certificates, logs and data
    public static ApiServer start(Path folder, List<String> namespaces) throws IOException {
        try {
            return once(Files.createDirectory(folder.resolve("first")), namespaces);
        } catch (AssertionError portTakenMeanwhile) {
            return once(Files.createDirectory(folder.resolve("second")), namespaces);
        }
    }

    private static ApiServer once(Path folder, List<String> namespaces) throws IOException {
        var etcdProgram = Peer.ETCD.path();
        var serverProgram = Peer.API_EXTENSIONS.path();
        var core = CoreHalf.start(namespaces);
        var store = "http://127.0.0.1:" + PeerProcess.freePort();
        var peers = "http://127.0.0.1:" + PeerProcess.freePort();
        var etcd =
                PeerProcess.start(
                        folder,
                        "etcd",
                        List.of(
                                etcdProgram.toString(),
                                "--data-dir=" + folder.resolve("data"),
                                "--listen-client-urls=" + store,
                                "--advertise-client-urls=" + store,
                                "--listen-peer-urls=" + peers,
                                "--initial-advertise-peer-urls=" + peers,
                                "--initial-cluster=default=" + peers));
        int port = PeerProcess.freePort();
        var config = Files.writeString(folder.resolve("kubeconfig"), kubeconfig(core.address()));
        var process =
                PeerProcess.start(
                        folder,
                        "apiextensions-apiserver",
                        List.of(
                                serverProgram.toString(),
                                "--etcd-servers=" + store,
                                "--bind-address=127.0.0.1",
                                "--advertise-address=127.0.0.1",
                                "--secure-port=" + port,
                                "--cert-dir=" + folder,
                                "--authentication-skip-lookup",
                                "--kubeconfig=" + config,
                                "--authentication-kubeconfig=" + config,
                                "--authorization-kubeconfig=" + config));
        var certificate = folder.resolve("apiserver.crt");
        try {
            // The key is written behind the certificate, which is whole then.
            var key = folder.resolve("apiserver.key");
            process.await("having a certificate", START, () -> key.toFile().length() > 0);
            var address = "https://127.0.0.1:" + port;
            var server =
                    new ApiServer(
                            core,
                            etcd,
                            process,
                            trusting(certificate),
                            address,
                            forClients(folder, address, certificate));
            process.await("ready", START, () -> server.get("/readyz").accepted());
            return server;
        } catch (AssertionError | IOException failure) {
            process.close();
            etcd.close();
            core.close();
            throw failure;
        }
    }

    /// Installs a definition of a kind, and returns when its objects are taken.
    ///
    /// @param paths where its objects lie in each served version, as `/apis/group/version/plural`
    public void install(String definition, List<String> paths) {
        var made = post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition);
        if (!made.accepted()) {
            throw new AssertionError("a definition was not taken: " + made.body());
        }
        for (var path : paths) {
            server.await("serving " + path, STEP, () -> get(path).accepted());
        }
    }

    /// A file by which clients find it and sign in as one who may do everything.
    public Path kubeconfig() {
        return kubeconfig;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /// @param yaml one object, exactly as a person wrote it
    public Answer post(String path, String yaml) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofString(yaml)));
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
        http.close();
    }

    private void end() {
        server.close();
        etcd.close();
        core.close();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer =
                    http.send(
                            request.header("Authorization", "Bearer " + ADMINISTRATOR)
                                    .header("Accept", "application/json")
                                    .timeout(STEP)
                                    .build(),
                            BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            return new Answer(0, failure.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path forClients(Path folder, String address, Path certificate)
            throws IOException {
        Files.writeString(folder.resolve("token"), ADMINISTRATOR + "\n");
        return Files.writeString(
                folder.resolve("clients"),
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: real, cluster: {server: "%s", certificate-authority: "%s"}}]
                users: [{name: administrator, user: {tokenFile: token}}]
                contexts: [{name: real, context: {cluster: real, user: administrator, namespace: shop}}]
                current-context: real
                """
                        .formatted(address, certificate));
    }

    private static String kubeconfig(String core) {
        return """
        apiVersion: v1
        kind: Config
        clusters: [{name: core, cluster: {server: "%s"}}]
        users: [{name: server, user: {}}]
        contexts: [{name: core, context: {cluster: core, user: server}}]
        current-context: core
        """
                .formatted(core);
    }

    private static HttpClient trusting(Path certificates) throws IOException {
        try (InputStream input = Files.newInputStream(certificates)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(input)) {
                store.setCertificateEntry("server-" + number++, one);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }
}
