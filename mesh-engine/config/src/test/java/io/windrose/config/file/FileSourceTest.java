package io.windrose.config.file;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.ConfigStore;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSourceTest {
    @TempDir private Path folder;

    private final Owner.Threaded config =
            Owner.onThread(
                    "config",
                    fault -> {
                        throw new IllegalStateException(fault);
                    });
    private final ConfigStore store = new ConfigStore(config.owner(), List.of("files"));

    @AfterEach
    void stop() {
        config.close();
    }

    @Test
    void everyFileBelowTheFolderIsRead() throws Exception {
        write("a.yaml", namespace("a"));
        write("deep/er/b.yml", namespace("b"));
        write(
                "c.json",
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"c\"}}");
        write("d.txt", namespace("d"));
        write(".e.yaml", namespace("e"));
        write("..data/f.yaml", namespace("f"));

        try (var _ = open()) {
            assertThat(names(await(snapshot -> snapshot.version() > 0)))
                    .containsExactly("Namespace a", "Namespace b", "Namespace c");
        }
    }

    @Test
    void whatAListHoldsTakesEffect() throws Exception {
        write(
                "kubectl.yaml",
                """
                apiVersion: v1
                items:
                - {apiVersion: v1, kind: Namespace, metadata: {name: a}}
                - apiVersion: v1
                  kind: Namespace
                  metadata: {name: b, name: c}
                - apiVersion: v1
                  kind: NamespaceList
                  items: [{apiVersion: v1, kind: Namespace, metadata: {name: d}}]
                kind: List
                """);
        write(
                "kubectl.json",
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"e\"}}\n"
                        .repeat(2)
                        .replaceFirst("e\"}", "f\"}"));

        try (var _ = open()) {
            var snapshot = await(some -> some.version() > 0);

            assertThat(names(snapshot))
                    .containsExactly("Namespace a", "Namespace d", "Namespace e", "Namespace f");
            assertThat(snapshot.findings())
                    .extracting(problem -> problem.place().line() + " " + problem.code())
                    .containsExactly("6 MESH0106");
        }
    }

    @Test
    void changesArriveWithoutBeingAskedFor() throws Exception {
        write("a.yaml", namespace("a"));
        try (var _ = open()) {
            write("a.yaml", namespace("a2"));
            await(snapshot -> names(snapshot).equals(List.of("Namespace a2")));

            write("new/folder/b.yaml", namespace("b"));
            await(snapshot -> names(snapshot).equals(List.of("Namespace a2", "Namespace b")));

            replace("new/folder/b.yaml", namespace("b2"));
            await(snapshot -> names(snapshot).equals(List.of("Namespace a2", "Namespace b2")));

            Files.delete(folder.resolve("a.yaml"));
            var last = await(snapshot -> names(snapshot).equals(List.of("Namespace b2")));

            assertThat(last.findings()).isEmpty();
        }
    }

    @Test
    void aFileThatBreaksKeepsWorkingAsItWasAndHealsAgain() throws Exception {
        write("a.yaml", namespace("a"));
        try (var _ = open()) {
            write("a.yaml", "a: [");
            var broken = await(snapshot -> !snapshot.findings().isEmpty());
            assertThat(names(broken)).containsExactly("Namespace a");
            assertThat(broken.findings()).extracting(Problem::code).containsExactly("MESH0101");

            write("a.yaml", namespace("b"));
            var healed = await(snapshot -> snapshot.findings().isEmpty());
            assertThat(names(healed)).containsExactly("Namespace b");
        }
    }

    @Test
    void aPartThatCannotBeReadLeavesTheRestAlone() throws Exception {
        write("a.yaml", namespace("a"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        var snapshot = read();

        assertThat(names(snapshot)).containsExactly("Namespace a");
        assertThat(snapshot.findings())
                .extracting(problem -> problem.code() + " " + problem.place().file())
                .containsExactly("MESH0401 " + folder.resolve("loop"));
    }

    @Test
    void whatLayWhereNobodyCanLookNowStaysAsItWas() throws Exception {
        write("in/a.yaml", namespace("a"));
        var scan = new FileScan("files", folder);
        store.apply(scan.look(Set.of()).changes());
        await(snapshot -> names(snapshot).equals(List.of("Namespace a")));

        Files.move(folder.resolve("in"), folder.resolve(".away"));
        Files.createSymbolicLink(folder.resolve("in"), folder);
        store.apply(scan.look(Set.of()).changes());
        var blind = await(snapshot -> !snapshot.findings().isEmpty());
        assertThat(names(blind)).containsExactly("Namespace a");

        Files.delete(folder.resolve("in"));
        store.apply(scan.look(Set.of()).changes());
        assertThat(names(await(snapshot -> snapshot.findings().isEmpty()))).isEmpty();
    }

    @Test
    void onlyFilesThatDifferAreReadAgain() throws Exception {
        write("a.yaml", namespace("a"));
        write("b.yaml", namespace("b"));
        var scan = new FileScan("files", folder);
        var first = scan.look(Set.of());
        write("b.yaml", namespace("longer"));

        var second = scan.look(Set.of());

        assertThat(first.changes()).hasSize(2);
        assertThat(second.changes()).extracting(change -> change.path()).containsExactly("b.yaml");
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        var none = folder.resolve("none");

        var opened = FileSource.open("files", none, store::apply, _ -> {});

        assertThat(opened.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        none + ": Cannot be read: there is no such file or directory. [MESH0401]");
    }

    private FileSource open() {
        return switch (FileSource.open("files", folder, store::apply, _ -> {})) {
            case Result.Ok<FileSource>(var source, _) -> source;
            case Result.Err<FileSource>(var problems) -> throw new AssertionError(problems);
        };
    }

    private ConfigSnapshot read() {
        return ((Result.Ok<ConfigSnapshot>) FileSource.readOnce(folder)).value();
    }

    private ConfigSnapshot await(Predicate<ConfigSnapshot> wanted) throws Exception {
        var seen = new CompletableFuture<ConfigSnapshot>();
        try (var _ =
                store.snapshots()
                        .subscribe(
                                config.owner(),
                                snapshot -> {
                                    if (wanted.test(snapshot)) {
                                        seen.complete(snapshot);
                                    }
                                })) {
            return seen.get(10, SECONDS);
        }
    }

    private static List<String> names(ConfigSnapshot snapshot) {
        return snapshot.resources().keySet().stream().map(ResourceId::toString).toList();
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// As editors save: a new file takes the name of the old one.
    private void replace(String path, String text) throws IOException {
        var file = folder.resolve(path);
        var fresh = Files.writeString(file.resolveSibling(path.hashCode() + "~"), text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String namespace(String name) {
        return "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n".formatted(name);
    }
}
