package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzeFixTest {
    private static final String BROKEN =
            """
            # of the shop
            apiVersion: networking.istio.io/v1alpha9
            kind: DestinationRule
            metadata: {name: reviews, namespace: shop}
            spec:
              host: reviews
              trafficPolicy:
                loadBalancer: {simple: LEAST_CONN} # all alike
                conectionPool: {tcp: {maxConnections: 10}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: shop}
            spec: {ports: [{name: http, port: 80}]}
            """;

    private static final String WHOLE =
            BROKEN.replace("v1alpha9", "v1")
                    .replace("LEAST_CONN", "LEAST_REQUEST")
                    .replace("conectionPool", "connectionPool");

    @TempDir private Path temp;
    private Path folder = Path.of("");
    private Path file = Path.of("");
    private String stateBefore = "";

    @BeforeEach
    void write() throws IOException {
        stateBefore = System.getProperty("windrose.state", "");
        System.setProperty("windrose.state", temp.resolve("state").toString());
        folder = Files.createDirectory(temp.resolve("mesh"));
        file = Files.writeString(folder.resolve("mesh.yaml"), BROKEN);
    }

    @AfterEach
    void restore() {
        if (stateBefore.isEmpty()) {
            System.clearProperty("windrose.state");
        } else {
            System.setProperty("windrose.state", stateBefore);
        }
    }

    @Test
    void everythingThatHasARepairIsRepairedAndCanBeTakenBack() throws IOException {
        var ended = Shell.run("analyze", "--fix", folder.toString());

        assertThat(Files.readString(file)).isEqualTo(WHOLE);
        assertThat(ended.status()).isEqualTo(ExitCode.DONE);
        assertThat(ended.out())
                .contains("-    loadBalancer: {simple: LEAST_CONN} # all alike")
                .contains("+    loadBalancer: {simple: LEAST_REQUEST} # all alike")
                .contains("3 repairs, as change 1; `windrose undo 1 --config-dir " + folder)
                .endsWith("2 objects analyzed: nothing found.\n");
        assertThat(Shell.run("undo", "1", "--config-dir", folder.toString()).status()).isZero();
        assertThat(Files.readString(file)).isEqualTo(BROKEN);
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        var ended = Shell.run("analyze", "--fix", "--dry-run", file.toString());

        assertThat(ended.out()).contains("+    connectionPool").doesNotContain("as change");
        assertThat(Files.readString(file)).isEqualTo(BROKEN);
        assertThat(Shell.runWith(BROKEN, "analyze", "--fix", "-").out())
                .contains("+    connectionPool");
    }

    @Test
    void onlyTheCodesThatAreMeant() throws IOException {
        Files.writeString(file, BROKEN.replace("v1alpha9", "v1"));
        var ended = Shell.run("analyze", "--fix-only", "IST0133", file.toString());

        assertThat(Files.readString(file)).contains("LEAST_REQUEST").contains("conectionPool");
        assertThat(ended.status()).isEqualTo(ExitCode.FINDINGS);
        assertThat(Shell.run("analyze", "--fix", "-o", "json", file.toString()).status())
                .isEqualTo(ExitCode.USAGE);
    }

    /// What a file lacks may stand in the one that cannot be read.
    @Test
    void nothingIsRepairedWhereNotEverythingCanBeRead() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), "kind: [");

        var ended = Shell.run("analyze", "--fix", folder.toString());

        assertThat(ended.status()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(ended.err()).contains("Nothing was repaired, because");
        assertThat(Files.readString(file)).isEqualTo(BROKEN);
    }

    @Test
    void whatCannotBeWrittenIsSaidAndStillFound() throws IOException {
        Files.writeString(temp.resolve("state"), "no folder, so that no change can be noted");
        Files.writeString(folder.resolve("second.yaml"), BROKEN.replace("reviews", "ratings"));

        var ended = Shell.run("analyze", "--fix", folder.toString());

        assertThat(ended.status()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.err().lines()).hasSize(2);
        assertThat(ended.out()).doesNotContain("as change").contains("mesh.yaml:", "second.yaml:");
        assertThat(Files.readString(file)).isEqualTo(BROKEN);
        assertThat(Shell.run("analyze", folder.toString()).out().lines())
                .allMatch(line -> ended.out().contains(line));
    }
}
