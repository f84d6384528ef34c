package io.windrose.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidationTest {
    private static final String GOOD = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n";
    private static final String BAD = "apiVersion: v1\nkind: Namespace\nmetadata: {}\n";
    private static final String FOREIGN = "apiVersion: x/v1\nkind: Thing\nmetadata: {name: t}\n";

    @TempDir private Path folder;

    @Test
    void thereIsOneItemPerDocumentInOrder() {
        var text = GOOD + "---\n# nothing\n---\n" + BAD + "---\n" + FOREIGN;

        var validation =
                Validation.of("-", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(validation.documents())
                .extracting(one ->
                        "%d %s %s %s %d %d"
                                .formatted(
                                        one.index(),
                                        one.file(),
                                        one.resource(),
                                        one.valid(),
                                        one.errors().size(),
                                        one.warnings().size()))
                .containsExactly(
                        "0 - Namespace a true 0 0",
                        "1 - Namespace  false 1 0",
                        "2 - Thing t true 0 1");
        assertThat(validation.valid()).isFalse();
    }

    @Test
    void whatAListHoldsIsJudgedAtItsPlace() {
        var text =
                """
                {
                  "apiVersion": "v1",
                  "kind": "List",
                  "items": [
                    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "a"}},
                    {"apiVersion": "networking.istio.io/v1", "kind": "Sidecar",
                      "metadata": {"name": "b", "namespace": "c"},
                      "spec": {"egres": []}},
                    7
                  ]
                }
                """;

        var validation =
                Validation.of("-", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(validation.documents())
                .extracting(Validation.Document::resource)
                .containsExactly("Namespace a", "Sidecar c/b", "document 1");
        assertThat(validation.documents())
                .flatExtracting(Validation.Document::errors)
                .extracting(Problem::toString)
                .containsExactly(
                        "-:8:16: Sidecar c/b: spec.egres: There is no field `egres` here; did you"
                                + " mean `egress`? [MESH0120]",
                        "-:9:5: A document must be an object, not a number. [MESH0110]");
    }

    @Test
    void aDirectoryIsValidatedFileByFile() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), GOOD);
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(folder.resolve("a/x.yml"), FOREIGN);

        var validation = Validation.of(folder);

        assertThat(validation.documents())
                .extracting(Validation.Document::file)
                .containsExactly(
                        folder.resolve("a/x.yml").toString(), folder.resolve("b.yaml").toString());
        assertThat(validation.valid()).isTrue();
    }

    @Test
    void whatCannotBeReadStandsApart() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "a: [");
        Files.writeString(folder.resolve("b.yaml"), GOOD);
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        var validation = Validation.of(folder);

        assertThat(validation.unreadable())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("MESH0101", "MESH0401");
        assertThat(validation.documents()).hasSize(1);
    }
}
