package io.windrose.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTargetTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String BEFORE = "\uFEFFweight: 50 # é\r\n";
    private static final String AFTER = "\uFEFFweight: 75 # é\r\n";

    @TempDir private Path temp;

    private Path folder;
    private Path file;
    private Journal journal;
    private FileTarget target;

    @BeforeEach
    void aFileToEdit() throws IOException {
        folder = Files.createDirectory(temp.toRealPath().resolve("config"));
        file = Files.writeString(folder.resolve("a.yaml"), BEFORE);
        journal = Journal.of(temp.resolve("state"), folder);
        target = new FileTarget(journal, InstantSource.fixed(NOW));
    }

    @Test
    void anEditIsWrittenAndRemembered() throws IOException {
        var applied = good(target.apply(edit(BEFORE, AFTER)));

        assertThat(Files.readString(file)).isEqualTo(AFTER);
        assertThat(applied).isEqualTo(new JournalEntry(1, NOW, edit(BEFORE, AFTER), false));
        assertThat(good(journal.entries())).containsExactly(applied);
    }

    @Test
    void anEditOfNothingMakesTheFileAndUndoTakesItAway() throws IOException {
        var fresh = folder.resolve("new/b.yaml");

        var made = good(target.apply(new FileEdit(fresh, "", AFTER, "Sidecar a/b", "+1 lines")));

        assertThat(Files.readString(fresh)).isEqualTo(AFTER);
        good(target.undo(made.id()));
        assertThat(fresh).doesNotExist();
    }

    @Test
    void anEditToNothingDeletesTheFileAndUndoBringsItBack() throws IOException {
        var deleted = good(target.apply(edit(BEFORE, "")));

        assertThat(file).doesNotExist();
        good(target.undo(deleted.id()));
        assertThat(Files.readString(file)).isEqualTo(BEFORE);
    }

    @Test
    void aFileThatSomebodyElseMadeIsNotOverwritten() throws IOException {
        assertThat(target.apply(edit("", AFTER))).isInstanceOf(Result.Err.class);

        assertThat(Files.readString(file)).isEqualTo(BEFORE);
    }

    @Test
    void undoBringsTheExactBytesBack() throws IOException {
        var bytes = Files.readAllBytes(file);
        var applied = good(target.apply(edit(BEFORE, AFTER)));

        var undone = good(target.undoNewest());

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(undone).isEqualTo(new JournalEntry(1, NOW, applied.edit(), true));
        assertThat(good(journal.entries())).containsExactly(undone);
    }

    @Test
    void nothingButTheFileLiesInTheEditedFolder() throws IOException {
        good(target.apply(edit(BEFORE, AFTER)));
        good(target.undoNewest());

        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(file);
        }
    }

    @Test
    void changesAreUndoneFromTheNewestToTheOldest() throws IOException {
        good(target.apply(edit(BEFORE, AFTER)));
        good(target.apply(edit(AFTER, "third")));

        good(target.undoNewest());
        assertThat(Files.readString(file)).isEqualTo(AFTER);

        good(target.undoNewest());
        assertThat(Files.readString(file)).isEqualTo(BEFORE);
        assertThat(problem(target.undoNewest()).message())
                .isEqualTo("There is nothing to undo here.");
    }

    @Test
    void aFileThatChangedUnderneathIsLeftAlone() throws IOException {
        Files.writeString(file, "somebody else's");

        var refused = target.apply(edit(BEFORE, AFTER));

        assertThat(problem(refused).code()).isEqualTo("MESH0403");
        assertThat(Files.readString(file)).isEqualTo("somebody else's");
        assertThat(good(journal.entries())).isEmpty();
    }

    @Test
    void anEditThatWasEditedSinceIsNotUndone() throws IOException {
        good(target.apply(edit(BEFORE, AFTER)));
        Files.writeString(file, "somebody else's");

        assertThat(problem(target.undo(1)).code()).isEqualTo("MESH0405");
        assertThat(Files.readString(file)).isEqualTo("somebody else's");
    }

    @Test
    void aChangeIsUndoneOnce() {
        good(target.apply(edit(BEFORE, AFTER)));
        good(target.undo(1));

        assertThat(problem(target.undo(1)).message())
                .isEqualTo("Change 1 has been undone already.");
        assertThat(problem(target.undo(7)).message()).isEqualTo("There is no change 7 here.");
    }

    @Test
    void anEntryWithoutItsEditIsNoChange() throws IOException {
        journal.begin(new JournalEntry(0, NOW, edit(BEFORE, AFTER), false));

        assertThat(good(journal.entries())).isEmpty();
    }

    @Test
    void anEditWhoseMarkIsMissingIsRecognizedByTheFile() throws IOException {
        journal.begin(new JournalEntry(0, NOW, edit(BEFORE, AFTER), false));
        Files.writeString(file, AFTER);

        assertThat(good(journal.entries()))
                .containsExactly(new JournalEntry(1, NOW, edit(BEFORE, AFTER), false));
    }

    @Test
    void anUndoWhoseMarkIsMissingIsRepeatedWithoutHarm() throws IOException {
        good(target.apply(edit(BEFORE, AFTER)));
        Files.writeString(file, BEFORE);

        assertThat(good(target.undoNewest()).undone()).isTrue();
        assertThat(Files.readString(file)).isEqualTo(BEFORE);
    }

    @Test
    void aDamagedEntryIsPassedOver() throws IOException {
        good(target.apply(edit(BEFORE, AFTER)));
        int id = journal.begin(new JournalEntry(0, NOW, edit(AFTER, "x"), false));
        try (var entries = Files.walk(temp.resolve("state"))) {
            var damaged = entries.filter(path -> path.endsWith(Path.of(id + "", "entry"))).toList();
            Files.writeString(damaged.getFirst(), "at: !!");
        }

        var entries = journal.entries();

        assertThat(good(entries)).hasSize(1);
        assertThat(entries.problems()).extracting(Problem::code).containsExactly("MESH0404");
    }

    @Test
    void theModeOfTheFileStaysAndTheJournalIsPrivate() throws IOException {
        var mode = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(file, mode);

        good(target.apply(edit(BEFORE, AFTER)));

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode);
        try (var all = Files.walk(temp.resolve("state"))) {
            assertThat(all)
                    .allSatisfy(path ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(path)))
                                    .endsWith("------"));
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        var link = Files.createSymbolicLink(temp.resolve("link.yaml"), file);

        good(target.apply(new FileEdit(link, BEFORE, AFTER, "r", "s")));

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(file)).isEqualTo(AFTER);
    }

    /// A process that edits and undoes without end is killed at chosen moments: each time the file
    /// is whole, the journal is readable, and one undo at most brings the first bytes back.
    @Test
    void killingTheProcessLeavesNothingHalfDone() throws Exception {
        for (int round = 0; round < 5; round++) {
            var process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Editing.class.getName(),
                                    file.toString(),
                                    temp.resolve("state").toString())
                            .redirectErrorStream(true)
                            .start();
            var lines = process.inputReader();
            for (int edits = 0; edits <= round * 3; edits++) {
                if (lines.readLine() == null) {
                    fail("the editing process ended by itself");
                }
            }
            process.destroyForcibly().waitFor();

            var entries = journal.entries();
            assertThat(entries.problems()).isEmpty();
            if (good(entries).stream().anyMatch(entry -> !entry.undone())) {
                good(target.undoNewest());
            }
            assertThat(Files.readString(file)).isEqualTo(BEFORE);
        }
    }

    @Test
    void theStateFolderIsWhereTheSystemWantsIt() {
        assertThat(
                        List.of(
                                StateFolder.of(Map.of(), "Linux", "/home/u"),
                                StateFolder.of(Map.of("XDG_STATE_HOME", "/s"), "Linux", "/home/u"),
                                StateFolder.of(Map.of("XDG_STATE_HOME", "s"), "Linux", "/home/u"),
                                StateFolder.of(
                                        Map.of("LOCALAPPDATA", "/l"), "Windows 11", "/home/u")))
                .containsExactly(
                        Path.of("/home/u/.local/state/windrose"),
                        Path.of("/s/windrose"),
                        Path.of("/home/u/.local/state/windrose"),
                        Path.of("/l/windrose"));
    }

    private FileEdit edit(String before, String after) {
        return new FileEdit(file, before, after, "VirtualService default/reviews", "v1=75 v2=25");
    }

    private static <T> T good(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Problem problem(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Err.class);
        return result.problems().getFirst();
    }
}
