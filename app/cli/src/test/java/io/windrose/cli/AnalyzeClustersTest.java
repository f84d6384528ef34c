package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzeClustersTest {
    private static final String SERVICES =
            """
            {"kind":"ServiceList","apiVersion":"v1","metadata":{"continue":"%s"},"items":[{"metadata":{"name":"%s",
            "namespace":"shop","annotations":{"note":"a \\"}]\\" in a text"}},"spec":{"selector":{"app":"x"},"ports":[{"name":"http","port":%d}]}}]}
            """;

    private static final String ROUTES =
            """
            {"apiVersion":"networking.istio.io/v1","items":[{"apiVersion":"networking.istio.io/v1","kind":"VirtualService",
            "metadata":{"name":"reviews","namespace":"shop"},"spec":{"hosts":["reviews"],"http":[
            {"route":[{"destination":{"host":"%s"}}]}]}}],"kind":"VirtualServiceList","metadata":{"continue":"","resourceVersion":"7"}}
            """;

    private static final String GROUP =
            """
            {"kind":"APIGroup","apiVersion":"v1","name":"networking.istio.io","versions":[
            {"groupVersion":"networking.istio.io/v1","version":"v1"}],"preferredVersion":{"version":"v1"}}
            """;

    private static final String SERVICES_PATH = "/api/v1/services";
    private static final String ROUTES_PATH = "/apis/networking.istio.io/v1/virtualservices";

    @TempDir private Path temp;
    private FakeCluster east;
    private FakeCluster west;

    @BeforeEach
    void start() throws IOException {
        east = cluster(80);
        west = cluster(8080);
    }

    @AfterEach
    void stop() {
        east.close();
        west.close();
    }

    private static FakeCluster cluster(int port) throws IOException {
        return FakeCluster.start()
                .has("/apis/networking.istio.io", GROUP)
                .has(SERVICES_PATH, SERVICES.formatted("second", "reviews", port))
                .has(SERVICES_PATH + "?continue=second", SERVICES.formatted("", "ratings", 80))
                .has(ROUTES_PATH, ROUTES.formatted("ratings"));
    }

    private Path kubeconfig() throws IOException {
        var servers = List.of(east.address(), west.address(), "http://127.0.0.1:1");
        var names = List.of("east", "west", "gone");
        var contexts = new StringBuilder("current-context: east\nclusters:\n");
        for (int i = 0; i < servers.size(); i++) {
            contexts.append(
                    "- {name: %s, cluster: {server: \"%s\"}}\n"
                            .formatted(names.get(i), servers.get(i)));
        }
        contexts.append(
                "users: [{name: me, user: {token: %s}}]\ncontexts:\n".formatted(FakeCluster.TOKEN));
        contexts.append(
                names.stream()
                        .map(name ->
                                "- {name: %s, context: {cluster: %s, user: me, namespace: shop}}\n"
                                        .formatted(name, name))
                        .collect(Collectors.joining()));
        return Files.writeString(temp.resolve("config"), contexts);
    }

    private Shell.Ended analyze(String... words) throws IOException {
        var all = new ArrayList<>(List.of("analyze", "--kubeconfig", kubeconfig().toString()));
        all.addAll(List.of(words));
        return Shell.runWith("", all.toArray(String[]::new));
    }

    @Test
    void theCurrentContextIsReadInParts() throws IOException {
        assertThat(analyze())
                .isEqualTo(new Shell.Ended(0, "3 objects analyzed: nothing found.\n", ""));
        east.has(ROUTES_PATH, ROUTES.formatted("nobody"));
        assertThat(analyze().out())
                .contains(
                        "Error [IST0101, KIA1101] (east: VirtualService shop/reviews spec.http[0].route[0].destination.host)");
        assertThat(analyze("-n", "other").status()).isEqualTo(ExitCode.DONE);
        assertThat(analyze("-n", "other", "-A").status()).isEqualTo(ExitCode.FINDINGS);
        assertThat(analyze("--context", "west").status()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void severalClustersAreHeldBesideEachOther() throws IOException {
        var json = analyze("--context", "east", "--remote-contexts", "west", "-o", "json");

        var item = new JsonMapper().readTree(json.out()).get(0);
        assertThat(item.path("code").asText()).isEqualTo("IST0170");
        assertThat(item.path("cluster").asText()).isEqualTo("west");
        assertThat(item.path("message").asText()).contains("cluster east", "80/TCP", "8080/TCP");
        assertThat(item.path("line").isNull()).isTrue();
        assertThat(analyze("--context", "east", "--context", "west", "-o", "sarif").out())
                .contains("west: Service shop/reviews spec.ports");
    }

    @Test
    void aClusterThatIsGoneIsOneErrorBesideTheRest() throws IOException {
        var ended = analyze("--context", "east", "--context", "gone");

        assertThat(ended.status()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(ended.out())
                .isEqualTo("3 objects analyzed: nothing found. Not analyzed: cluster gone.\n");
        assertThat(ended.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("Cluster gone cannot be read: nobody answers at http://127.0.0.1:1");
        assertThat(analyze("--context", "nowhere").err())
                .contains("There is no context nowhere; known are [east, west, gone]");
    }

    @Test
    void ofAClusterThatIsGoneNothingIsClaimed() throws IOException {
        var ended = analyze("--context", "gone");

        assertThat(ended.status()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(ended.out())
                .isEqualTo("Nothing was analyzed: cluster gone could not be read.\n");
        assertThat(analyze("--context", "nowhere").out())
                .isEqualTo("Nothing was analyzed: cluster nowhere could not be read.\n");
        assertThat(Shell.run("analyze", "--kubeconfig", temp.resolve("none").toString()).err())
                .contains(temp.resolve("none") + ": There is no such file; expected a kubeconfig.");
    }

    @Test
    void whatMayNotBeReadIsSaidOnceAndNothingIsGuessedFromIt() throws IOException {
        east.refuses(SERVICES_PATH, 403)
                .has("/api/v1/namespaces/shop/services", SERVICES.formatted("", "reviews", 80));
        east.refuses("/api/v1/nodes", 500).has("/version", "{\"gitVersion\": \"v1.30.2\"}");
        var ended = analyze("-A");

        assertThat(ended.status()).as(ended.out()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ended.out().lines().map(line -> line.substring(0, line.indexOf(')') + 1)))
                .containsExactly(
                        "Error [IST0142] (east: Cluster east version)",
                        "Warning [IST0141] (east: Cluster east refused[0])",
                        "");
        assertThat(ended.err()).contains("Node: /api/v1/nodes is refused");
    }

    @Test
    void anObjectOfAFileStandsForTheOneInTheCluster() throws IOException {
        east.has(ROUTES_PATH, ROUTES.formatted("nobody"));
        var file = Files.writeString(temp.resolve("new.json"), ROUTES.formatted("ratings"));

        assertThat(analyze("--context", "east", file.toString()).out())
                .isEqualTo("3 objects analyzed: nothing found.\n");
    }

    @Test
    void foldersAreClustersToo() throws IOException {
        var folders = List.of("a", "b");
        for (var name : folders) {
            Files.createDirectory(temp.resolve(name));
            Files.writeString(
                    temp.resolve(name).resolve("services.yaml"),
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: reviews, namespace: shop}
                    spec: {ports: [{name: http, port: %s}]}
                    """
                            .formatted(name.equals("a") ? 80 : 81));
        }
        var ended =
                Shell.runWith(
                        "",
                        "analyze",
                        "--failure-threshold=warning",
                        "--cluster",
                        "a=" + temp.resolve("a"),
                        "--cluster",
                        "b=" + temp.resolve("b"));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ended.out())
                .startsWith("Warning [IST0170] (b: Service shop/reviews " + temp.resolve("b"));
    }

    @Test
    void aProgramSignsIn() throws IOException {
        var program = temp.resolve("sign-in");
        Files.writeString(
                program,
                """
                #!/bin/sh
                case "$KUBERNETES_EXEC_INFO" in *ExecCredential*) ;; *) exit 3;; esac
                echo '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1", "status": {"token": "'$1$REST'"}}'
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var config =
                Files.readString(kubeconfig())
                        .replace(
                                "{token: " + FakeCluster.TOKEN + "}",
                                "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./sign-in, args: [of-a], env: [{name: REST, value: -reader}]}}");
        var file = Files.writeString(temp.resolve("exec"), config);

        assertThat(Shell.runWith("", "analyze", "--kubeconfig", file.toString()).status())
                .isEqualTo(ExitCode.DONE);
        Files.writeString(file, config.replace("of-a]", "of-nobody]"));
        assertThat(Shell.runWith("", "analyze", "--kubeconfig", file.toString()).err())
                .contains("it does not know who asks");
        Files.writeString(file, config.replace("./sign-in", "./not-there"));
        assertThat(Shell.runWith("", "analyze", "--kubeconfig", file.toString()).err())
                .contains("./not-there, which signs in to cluster east, gave neither a token");
    }
}
