package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrose.config.ConfigSnapshot;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The editor and `analyze` find the same in a folder, at the same places and with the same
/// repairs. The editor numbers by itself what it sees in one document or in one store, as `MESH`,
/// and says besides what matters to Windrose's own engine.
final class AnalyzeEditorTest {
    private static final String LEFT_OVER =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: shop}
            spec:
              selector: {app: reviews}
              ports: [{name: http, port: 80}]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: reviews
              namespace: shop
              managedFields:
                - manager: kubectl-edit
                  operation: Update
                  time: "2020-01-01T00:00:00Z"
                  fieldsType: FieldsV1
                  fieldsV1: {"f:spec": {".": {}, "f:http": {}}}
            spec:
              hosts: [reviews]
              http:
                - fault: {abort: {httpStatus: 500, percentage: {value: 1}}}
                  tiemout: 3s
                  route: [{destination: {host: reviews}}]
            """;

    @TempDir private Path temp;
    private Path folder = Path.of("");

    /// A finding as both tell it.
    private record Line(String file, int line, String message, List<String> fixes) {}

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(temp.resolve("mesh"));
    }

    @Test
    void anOldLeftoverIsAsOldInBoth() throws IOException {
        Files.writeString(folder.resolve("mesh.yaml"), LEFT_OVER);

        assertThat(edited())
                .isEqualTo(analyzed())
                .anyMatch(one -> one.message().contains("Set by kubectl-edit, and unchanged for"))
                .anyMatch(one -> one.fixes().contains("Change to timeout"));
    }

    /// What `analyze` says of an object whose namespace has no Service in the folder, the editor
    /// leaves to the cluster; and for a tag without quotes both have words of their own.
    @Test
    void theSeedsAreAsBadInBoth() throws IOException {
        try (var all = Files.list(Shared.path("seeds"))) {
            for (var file : all.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var edited = edited();
        var analyzed = analyzed();

        var onlyEdited = new ArrayList<>(edited);
        onlyEdited.removeAll(analyzed);
        var onlyAnalyzed = new ArrayList<>(analyzed);
        onlyAnalyzed.removeAll(edited);

        assertThat(edited).hasSizeGreaterThan(80);
        assertThat(onlyEdited)
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("has no attribute `http`"));
        assertThat(onlyAnalyzed)
                .extracting(one -> one.message().substring(0, 38))
                .containsExactly(
                        "There is no service reviews.bookinfo.s",
                        "A value is an expression, and `http` n");
        assertThat(onlyAnalyzed.getLast().fixes()).isEqualTo(onlyEdited.getFirst().fixes());
    }

    private List<Line> analyzed() throws IOException {
        var found = new ArrayList<Line>();
        var json = Shell.run("analyze", "-o", "json", folder.toString()).out();
        for (var item : new JsonMapper().readTree(json)) {
            var fixes = new ArrayList<String>();
            item.path("fixes").forEach(fix -> fixes.add(fix.asText()));
            found.add(
                    new Line(
                            item.path("file").asText(),
                            item.path("line").asInt(),
                            item.path("message").asText(),
                            fixes));
        }
        return sorted(found);
    }

    private List<Line> edited() throws IOException {
        var texts = new TreeMap<Path, String>();
        try (var all = Files.list(folder)) {
            all.forEach(file -> texts.put(file, read(file)));
        }
        return sorted(
                new FolderAnalysis()
                        .check(texts, ConfigSnapshot.EMPTY).findings().stream()
                                .filter(one -> !isOfTheEditorAlone(one.problem()))
                                .map(AnalyzeEditorTest::line)
                                .toList());
    }

    /// What has no effect on the engine, stands in the folder twice, or is routed past; and that a
    /// policy denies everything, which `analyze` says as WR0101 beside.
    private static boolean isOfTheEditorAlone(Problem problem) {
        return List.of("MESH0112", "MESH0200", "MESH0503").contains(problem.code())
                || problem.message().startsWith("Without `rules` this policy allows nothing");
    }

    private static Line line(Finding one) {
        var place = one.problem().place();
        return new Line(
                place.file(),
                place.line(),
                one.problem().message(),
                one.fixes().stream().map(Finding.Fix::label).toList());
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .distinct()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
