package io.windrose.workspace.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.session.rollout.GuardRails;
import io.windrose.topology.GraphType;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreferencesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final Preferences CHANGED =
            new Preferences(
                            ThemeChoice.LIGHT,
                            Optional.of(new WindowBounds(-8, 12.5, 1440, 900, true)),
                            GraphQuestion.DEFAULT
                                    .withType(GraphType.WORKLOAD)
                                    .withWindow(Duration.ofMinutes(5))
                                    .withIdle(true),
                            Optional.empty(),
                            true,
                            true,
                            GuardRails.DEFAULT.withMaxErrorPercent(2.5).withMaxP95Millis(250),
                            List.of())
                    .remember(
                            new Connection.Sandbox(Optional.of(Path.of("/a \"b\"\n\\c")), 12.5),
                            NOON,
                            "12 proxies; ü → \u0001")
                    .remember(new Connection.Folder(Path.of("/mesh")), NOON.plusSeconds(60), "");

    @TempDir private Path temp;

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        var file = new PreferencesFile(temp.resolve("state"));

        assertThat(file.read()).isEqualTo(new Result.Ok<>(Preferences.DEFAULT, List.of()));
        assertThat(file.write(CHANGED)).isEmpty();
        assertThat(file.read()).isEqualTo(new Result.Ok<>(CHANGED, List.of()));
        assertThat(file.write(Preferences.DEFAULT)).isEmpty();
        assertThat(file.read()).isEqualTo(new Result.Ok<>(Preferences.DEFAULT, List.of()));
        try (var left = Files.list(temp.resolve("state"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactly("preferences.json");
        }
    }

    @Test
    void aFileThatCannotBeUnderstoodIsKeptAside() throws IOException {
        var broken = "{\"theme\": \"dark\", ";
        Files.writeString(temp.resolve("preferences.json"), broken);

        var read = new PreferencesFile(temp).read();

        assertThat(read.value()).isEqualTo(Preferences.DEFAULT);
        assertThat(read.warnings()).extracting(Problem::code).containsExactly("MESH1710");
        assertThat(temp.resolve("preferences.json.broken")).hasContent(broken);
        assertThat(new PreferencesFile(temp).read().warnings()).isEmpty();
    }

    @Test
    void aFieldThatMakesNoSenseHasItsDefault() throws IOException {
        Files.writeString(
                temp.resolve("preferences.json"),
                """
                {"theme": "purple", "window": {"x": 1, "y": 2, "width": -3, "height": 4},
                 "graph": 7, "lookBack": "PT-5M", "idle": "perhaps", "pace": "PT0S",
                 "reducedMotion": true, "later": {"than": "this"},
                 "recents": [{"connection": "moon"}, 3, {"connection": "folder", "folder": "/x",
                 "at": "2026-11-21T12:00:00Z"}]}
                """);

        assertThat(new PreferencesFile(temp).read())
                .isEqualTo(
                        new Result.Ok<>(
                                Preferences.DEFAULT
                                        .withReducedMotion(true)
                                        .remember(new Connection.Folder(Path.of("/x")), NOON, ""),
                                List.of()));
    }

    @Test
    void theLastOfManyChangesIsTheOneThatLasts() {
        try (var kept = KeptPreferences.open(temp, PreferencesTest::fail)) {
            for (int i = 1; i <= 500; i++) {
                double width = i;
                kept.change(now -> now.withWindow(new WindowBounds(0, 0, width, 9, false)));
            }
        }

        assertThat(new PreferencesFile(temp).read().value().window())
                .contains(new WindowBounds(0, 0, 500, 9, false));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(temp.resolve("state"), "a file");
        var kept = KeptPreferences.open(temp.resolve("state"), PreferencesTest::fail);

        kept.change(now -> now.withReducedMotion(true));
        kept.close();

        assertThat(kept.values().get().reducedMotion()).isTrue();
        assertThat(kept.problems().get()).extracting(Problem::code).contains("MESH0402").hasSize(1);
    }

    @Test
    void recentConnectionsStandOnceAndEightAtMost() {
        var preferences =
                IntStream.rangeClosed(1, 10)
                        .boxed()
                        .reduce(
                                Preferences.DEFAULT,
                                (all, i) ->
                                        all.remember(folder(i), NOON.plusSeconds(i), "try " + i),
                                (left, _) -> left)
                        .remember(folder(5), NOON.plusSeconds(60), "again");

        assertThat(preferences.recents())
                .extracting(recent -> recent.connection().name() + " " + recent.summary())
                .containsExactly(
                        "f5 again",
                        "f10 try 10",
                        "f9 try 9",
                        "f8 try 8",
                        "f7 try 7",
                        "f6 try 6",
                        "f4 try 4",
                        "f3 try 3");
    }

    private static Connection folder(int number) {
        return new Connection.Folder(Path.of("/f" + number));
    }

    private static void fail(Throwable fault) {
        throw new AssertionError(fault);
    }
}
