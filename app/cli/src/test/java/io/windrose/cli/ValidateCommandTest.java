package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.cli.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {
    private static final String GOOD =
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: reader, namespace: default}
            """;

    private static final String MISSPELT =
            """
            # Three of them
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: strict, namespace: default}
            spec:
              mtlz: {mode: STRICT}
            """;

    @TempDir private Path temp;

    @Test
    void aValidDocumentEndsWithZero() {
        assertThat(Shell.runWith(GOOD, "validate", "-f", "-"))
                .isEqualTo(new Ended(0, "1 document checked, 0 invalid.\n", ""));
    }

    @Test
    void standardInputNeedsNoFlag() {
        var list = "apiVersion: v1\nkind: List\nitems:\n- " + GOOD.indent(2).strip() + "\n";

        assertThat(Shell.runWith(list + "---\n" + GOOD, "validate", "-"))
                .isEqualTo(new Ended(0, "2 documents checked, 0 invalid.\n", ""));
    }

    @Test
    void eachProblemIsOneLineWithItsPlace() {
        assertThat(Shell.runWith(GOOD + "---\n" + MISSPELT, "validate", "-f", "-"))
                .isEqualTo(
                        new Ended(
                                1,
                                """
                                -:10:3: error: PeerAuthentication default/strict: spec.mtlz: There\
                                 is no field `mtlz` here; did you mean `mtls`? [MESH0120]
                                2 documents checked, 1 invalid.
                                """,
                                ""));
    }

    @Test
    void scriptsGetOneItemForEachDocument() throws IOException {
        var file = Files.writeString(temp.resolve("strict.yaml"), MISSPELT);

        assertThat(Shell.run("validate", "-o", "json", "-f", file.toString()))
                .isEqualTo(
                        new Ended(
                                1,
                                """
                                [ {
                                  "index" : 0,
                                  "file" : "%s",
                                  "resource" : "PeerAuthentication default/strict",
                                  "valid" : false,
                                  "errors" : [ {
                                    "code" : "MESH0120",
                                    "path" : "spec.mtlz",
                                    "message" : "There is no field `mtlz` here; did you mean `mtls`?",
                                    "line" : 6,
                                    "column" : 3
                                  } ],
                                  "warnings" : [ ]
                                } ]
                                """
                                        .formatted(file),
                                ""));
    }

    @Test
    void aDirectoryIsCheckedWithAllThatIsBelowIt() throws IOException {
        Files.writeString(temp.resolve("b.yaml"), GOOD);
        Files.writeString(Files.createDirectory(temp.resolve("a")).resolve("c.yaml"), GOOD);

        assertThat(Shell.run("validate", "-f", temp.toString()))
                .isEqualTo(new Ended(0, "2 documents checked, 0 invalid.\n", ""));
    }

    @Test
    void nothingFoundIsAnEmptyArray() {
        assertThat(Shell.runWith("# nothing\n", "validate", "-o", "json", "-f", "-"))
                .isEqualTo(new Ended(0, "[ ]\n", ""));
    }

    @Test
    void textThatIsNotYamlIsBadDataWithItsPlace() {
        var ended = Shell.runWith("a: [\n", "validate", "-f", "-");

        assertThat(ended.status()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(ended.err()).startsWith("windrose: error: -:2:1: This is not YAML: ");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var missing = temp.resolve("missing.yaml");

        assertThat(Shell.run("validate", "-f", missing.toString()))
                .isEqualTo(
                        new Ended(
                                65,
                                "0 documents checked, 0 invalid, some input unreadable.\n",
                                "windrose: error: "
                                        + missing
                                        + ": Cannot be read: there is no such file or directory."
                                        + " [MESH0401]\n"));
    }

    @Test
    void withoutAFileItIsBadUsage() {
        assertThat(Shell.run("validate"))
                .isEqualTo(
                        new Ended(
                                64,
                                "",
                                """
                                windrose: Say what to check: a file, a directory, or - for stdin.
                                Try 'windrose validate --help'.
                                """));
    }
}
