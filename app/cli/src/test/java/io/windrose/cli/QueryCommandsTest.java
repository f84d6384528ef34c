package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.cli.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How `graph` and `xds` refuse what they cannot answer.
final class QueryCommandsTest {
    private static final String NODE = "sidecar~10.0.0.1~reader.default~default.svc.cluster.local";

    @TempDir private Path temp;

    @Test
    void aGraphNeedsOneSourceOfMetrics() {
        var expected =
                new Ended(
                        64,
                        "",
                        """
                        windrose: name one source of metrics: --prometheus URL or --scrape URL
                        Try 'windrose graph --help'.
                        """);

        assertThat(Shell.run("graph")).isEqualTo(expected);
        assertThat(Shell.run("graph", "--scrape", "http://a", "--prometheus", "http://b"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--graph-type=pods",
                "--duration=soon",
                "--time=noon",
                "--node=reviews",
                "--rates=http=all",
                "--find=((",
            })
    void aFlagThatIsNotUnderstoodIsBadUsage(String flag) {
        var ended = Shell.run("graph", "--scrape", "http://127.0.0.1:1", flag);

        assertThat(ended.status()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).startsWith("windrose: error: ");
    }

    @Test
    void aPageThatNobodyServesIsUnreachableByItsAddress() {
        var ended = Shell.run("graph", "--scrape", "http://127.0.0.1:1/metrics");

        assertThat(ended.status()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(ended.err()).contains("http://127.0.0.1:1/metrics");
    }

    @Test
    void xdsNeedsAMesh() {
        assertThat(Shell.run("xds", "--node", NODE))
                .isEqualTo(
                        new Ended(
                                64,
                                "",
                                """
                                windrose: name the mesh: --config-dir DIR with its YAML files
                                Try 'windrose xds --help'.
                                """));
    }

    @Test
    void xdsKnowsItsTypes() {
        var ended = Shell.run("xds", "--node", NODE, "--type", "pds", "--config-dir", "" + temp);

        assertThat(ended.status()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("--type pds is not known");
    }

    @Test
    void xdsRefusesANodeThatIsNone() {
        var ended = Shell.run("xds", "--node", "reader", "--config-dir", "" + temp);

        assertThat(ended.status()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(ended.err()).startsWith("windrose: error: ");
    }

    @Test
    void xdsPrintsOneArrayForEachType() throws IOException {
        Files.writeString(
                temp.resolve("namespace.yaml"),
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: default}\n");

        var ended = Shell.run("xds", "--node", NODE, "--type", "eds", "--config-dir", "" + temp);

        assertThat(ended.status()).isEqualTo(ExitCode.DONE);
        assertThat(ended.out().replaceAll("\\s", "")).isEqualTo("{\"eds\":[]}");
    }

    @Test
    void anUnknownCommandIsBadUsage() {
        assertThat(Shell.run("grpah").status()).isEqualTo(ExitCode.USAGE);
    }
}
