package io.windrose.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong outside the program: one clear message with place and remedy, the right exit code,
/// and whatever still works goes on.
final class BadInputIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String NO_DETAILS =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: details, namespace: default}
            spec:
              hosts: [details]
              http:
              - fault: {abort: {httpStatus: 500, percentage: {value: 100}}}
                route: [{destination: {host: details}}]
            """;
    private static final String SECRET = "a-token-that-nobody-may-see";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    missing.yaml | 65 | missing.yaml: the bootstrap file does not exist
                    empty.yaml   | 65 | empty.yaml: a bootstrap is a mapping
                    broken.yaml  | 65 | broken.yaml:2:
                    binary.yaml  | 65 | binary.yaml: the bootstrap file is not text
                    .            | 65 | cannot be read: Is a directory
                    """)
    void aBootstrapThatIsNoneSaysWhere(String file, int status, String message) throws Exception {
        Files.createFile(folder.resolve("empty.yaml"));
        Files.writeString(folder.resolve("broken.yaml"), "static_resources:\n  listeners: [}\n");
        Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28, 0, 1});

        var outcome = Launcher.in(folder).run("proxy", "--bootstrap", file);

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.err()).containsOnlyOnce("\n").contains(message);
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "127.0.0.1:" + taken.getLocalPort();

            var outcome =
                    Launcher.in(folder).run("control-plane", "--config-dir", ".", "--xds", address);

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).containsOnlyOnce("\n").contains(address, "in use");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    control-plane --xds 127.0.0.1:0 --config-dir file.yaml | not a directory
                    control-plane --xds 127.0.0.1:0 --config-dir missing   | no such file
                    sandbox --config-dir file.yaml                         | not a directory
                    sandbox --config-dir file.yaml/below                   | Not a directory
                    """)
    void aFolderThatIsNoneIsNamed(String command, String message) throws Exception {
        Files.writeString(folder.resolve("file.yaml"), "kind: Service\n");
        var launcher = Launcher.in(folder);

        var outcome = launcher.run(command.split(" "));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).containsOnlyOnce("\n").contains(message);
        assertThat(launcher.temporaryFolder()).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are others there")
    void aFolderThatMayNotBeReadIsNamed() throws Exception {
        var closed = Files.createDirectory(folder.resolve("closed"));
        var asUser = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            asUser.addAll(List.of("setpriv", "--bounding-set", "-all")); // root that may not all
        }
        asUser.addAll(
                Launcher.in(folder)
                        .command(
                                "control-plane", "--xds", "127.0.0.1:0", "--config-dir", "closed"));
        assertThat(closed.toFile().setReadable(false)).isTrue();

        try (var running = RunningProgram.start(Launcher.in(folder), asUser)) {
            running.awaitEnd(PATIENCE);

            assertThat(running.process().exitValue()).isEqualTo(1);
            assertThat(running.said()).containsOnlyOnce("\n").contains("closed", "ermission");
        } finally {
            assertThat(closed.toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void brokenYamlInARunningMeshIsNamedAndTrafficGoesOn() throws Exception {
        var config = folder.resolve("config");
        try (var sandbox =
                Launcher.in(folder).start("sandbox", "--json", "--config-dir", "config")) {
            var ingress = sandbox.ready().path("ingress").textValue();

            Files.writeString(config.resolve("extra.yaml"), "kind: VirtualService\nspec: [}\n");
            sandbox.await("told", PATIENCE, () -> sandbox.said().contains("extra.yaml:2:"));
            assertThat(Asked.of(ingress).status()).isEqualTo(200);
            assertThat(sandbox.said()).containsOnlyOnce("\n").contains("error:");

            Files.writeString(config.resolve("extra.yaml"), NO_DETAILS);
            sandbox.await(
                    "followed",
                    PATIENCE,
                    () -> Asked.of(ingress).body().contains("Sorry, product details"));
            assertThat(sandbox.said()).containsOnlyOnce("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "html", "garbage", "nothing"})
    void aServerThatIsNoPrometheusIsUnreachableInOneLine(String kind) throws Exception {
        try (var server = new OddServer(kind)) {
            var url = server.url() + "?token=" + SECRET;

            var outcome = Launcher.in(folder).run("graph", "--prometheus", url);

            assertThat(outcome.status()).isEqualTo(69);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .containsOnlyOnce("\n")
                    .contains(server.url(), "Prometheus")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void aServerThatRefusesIsUnreachableInOneLine() throws Exception {
        var address = "127.0.0.1:" + PeerProcess.freePort();

        var outcome =
                Launcher.in(folder)
                        .run("graph", "--scrape", "http://" + address + "/?token=" + SECRET);

        assertThat(outcome.status()).isEqualTo(69);
        assertThat(outcome.err())
                .containsOnlyOnce("\n")
                .contains(address, "refused")
                .doesNotContain(SECRET);
    }

    /// Answers every request in one way, and not as Prometheus would.
    private static final class OddServer implements AutoCloseable {
        private final HttpServer server;

        OddServer(String kind) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        if (kind.equals("nothing")) {
                            return; // and the connection stays open
                        }
                        var body =
                                switch (kind) {
                                    case "html" -> "<!doctype html><title>Login</title>";
                                    case "garbage" -> "{\"status\":\"success\",\"data\":[17";
                                    default -> "no";
                                };
                        var bytes = body.getBytes(StandardCharsets.UTF_8);
                        try (exchange) {
                            exchange.sendResponseHeaders(
                                    kind.equals("500") ? 500 : 200, bytes.length);
                            exchange.getResponseBody().write(bytes);
                        }
                    });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
