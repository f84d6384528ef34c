package io.windrose.workspace.welcome;

import static io.windrose.topology.Health.Status.DEGRADED;
import static io.windrose.topology.Health.Status.FAILING;
import static io.windrose.topology.Health.Status.HEALTHY;
import static io.windrose.topology.Health.Status.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KubeContextsTest {
    private static final String KIND =
            """
            apiVersion: v1
            kind: Config
            current-context: kind-dev
            clusters:
            - name: kind
              cluster: {server: "https://127.0.0.1:6443", certificate-authority: ca.crt}
            users:
            - name: admin
              user: {client-certificate-data: aGVsbG8=, client-key-data: aGVsbG8=}
            contexts:
            - name: kind-dev
              context: {cluster: kind, user: admin, namespace: shop}
            """;

    private static final String OTHERS =
            """
            current-context: prod
            clusters:
            - name: kind
              cluster: {server: "https://elsewhere"}
            - name: prod
              cluster: {server: "http://10.0.0.1", insecure-skip-tls-verify: true}
            users:
            - name: sso
              user: {exec: {command: aws, args: [eks, get-token]}}
            - name: old
              user: {auth-provider: {name: gcp}}
            contexts:
            - name: prod
              context: {cluster: prod, user: sso}
            - name: kind-dev
              context: {cluster: prod, user: old}
            - name: lost
              context: {cluster: gone, user: nobody}
            - name: bare
              context: {}
            """;

    @TempDir private Path temp;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text);
    }

    @Test
    void ofSeveralFilesTheFirstThatSaysSomethingCounts() throws IOException {
        var first = file("kind.yaml", KIND);
        file("ca.crt", "x");
        var second = file("others.yaml", OTHERS);

        var read = KubeContexts.read(List.of(first, temp.resolve("missing"), second));

        assertThat(read.problems()).isEmpty();
        assertThat(read.contexts())
                .containsExactly(
                        new KubeContext(
                                "kind-dev",
                                "kind",
                                "https://127.0.0.1:6443",
                                "admin",
                                "shop",
                                true,
                                first,
                                List.of(
                                        new Check(
                                                HEALTHY,
                                                "The server is 127.0.0.1",
                                                "https://127.0.0.1:6443"))),
                        new KubeContext(
                                "prod",
                                "prod",
                                "http://10.0.0.1",
                                "sso",
                                "default",
                                false,
                                second,
                                List.of(
                                        new Check(
                                                DEGRADED,
                                                "The connection is not encrypted",
                                                "http://10.0.0.1 begins with http"),
                                        new Check(
                                                DEGRADED,
                                                "The server's certificate is not checked",
                                                "insecure-skip-tls-verify is set: anybody on the"
                                                        + " way can read along"),
                                        new Check(
                                                NONE,
                                                "Signing in runs aws",
                                                "Not before you connect"))),
                        new KubeContext(
                                "lost",
                                "gone",
                                "",
                                "nobody",
                                "default",
                                false,
                                second,
                                List.of(
                                        new Check(
                                                FAILING,
                                                "Cluster gone is not described",
                                                "Add it to the clusters of the kubeconfig"),
                                        new Check(
                                                FAILING,
                                                "User nobody is not described",
                                                "Add it to the users of the kubeconfig"))),
                        new KubeContext(
                                "bare",
                                "",
                                "",
                                "",
                                "default",
                                false,
                                second,
                                List.of(
                                        new Check(
                                                FAILING,
                                                "No cluster is named",
                                                "Add it to the clusters of the kubeconfig"),
                                        new Check(
                                                DEGRADED,
                                                "No user is named",
                                                "Only what anybody may do will work"))));
    }

    @Test
    void certificatesThatAreNotThereAreSaidAndRelativeToTheFile() throws IOException {
        var read = KubeContexts.read(List.of(file("kind.yaml", KIND)));

        assertThat(read.contexts().getFirst().checks())
                .contains(
                        new Check(
                                FAILING,
                                "The file of certificate-authority is not there",
                                "ca.crt"));
    }

    @Test
    void theFilesAreThoseOfKubectl() {
        var list = String.join(File.pathSeparator, "/a", "", "/b", "/a");

        assertThat(KubeContexts.files(Map.of(), "/home/me"))
                .containsExactly(Path.of("/home/me/.kube/config"));
        assertThat(KubeContexts.files(Map.of("KUBECONFIG", list), "/home/me"))
                .containsExactly(Path.of("/a"), Path.of("/b"));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "{",
                "just text",
                "- a\n- list",
                "clusters: 3",
                "contexts: {name: x}",
                "contexts: [{name: [1]}, 7, {context: {}}]",
                "users: [{name: a, user: text}]",
                "a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d"
                        + " [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\nclusters: *a",
                "[".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoKubeconfigIsOneProblemAndKeepsNoOtherFileFromBeingRead(String text)
            throws IOException {
        var broken = file("broken.yaml", text);
        var good = file("kind.yaml", KIND);

        var read = KubeContexts.read(List.of(broken, good));

        assertThat(read.contexts()).extracting(KubeContext::name).containsExactly("kind-dev");
        assertThat(read.problems())
                .singleElement()
                .extracting(Problem::place)
                .extracting("file")
                .isEqualTo(broken.toString());
    }

    @Test
    void namesCannotReachTheTerminalOrTheScreenWithControlCharacters() throws IOException {
        var evil =
                file(
                        "evil.yaml",
                        "contexts: [{name: \"a\\e[31m\\u202Eb\", context: {cluster: c}}]");

        assertThat(KubeContexts.read(List.of(evil)).contexts())
                .extracting(KubeContext::name)
                .containsExactly("a\uFFFD[31m\uFFFDb");
    }
}
