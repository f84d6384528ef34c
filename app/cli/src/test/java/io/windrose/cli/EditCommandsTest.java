package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.cli.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `shift`, `history` and `undo` answer; that they edit as they should is tested with
/// [io.windrose.session.EditedFolder].
final class EditCommandsTest {
    private static final String REVIEWS =
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews, namespace: default}
            spec:
              host: reviews
              subsets:
              - {name: v1, labels: {version: v1}}
              - {name: v2, labels: {version: v2}}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: default}
            spec:
              hosts: [reviews]
              http:
              - route:
                - destination: {host: reviews, subset: v1}
                  weight: 50
                - destination: {host: reviews, subset: v2}
                  weight: 50
            """;

    @TempDir private Path temp;
    private Path file;

    @BeforeEach
    void reviews() throws IOException {
        file = Files.writeString(temp.resolve("reviews.yaml"), REVIEWS);
    }

    private Ended shift(String... more) {
        var args = new String[more.length + 4];
        args[0] = "shift";
        args[1] = "reviews.default";
        args[2] = "--config-dir";
        args[3] = temp.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return Shell.run(args);
    }

    @Test
    void sharesThatDoNotAddUpAreBadUsage() {
        assertThat(shift("v1=75", "v2=20"))
                .isEqualTo(
                        new Ended(
                                64,
                                "",
                                "windrose: error: The shares add up to 95; name the whole split,"
                                        + " which is 100. [MESH1800]\n"));
        assertThat(file).hasContent(REVIEWS);
    }

    @Test
    void aServiceWithoutNamespaceIsBadUsage() {
        var ended = Shell.run("shift", "reviews", "v1=100", "--config-dir", temp.toString());

        assertThat(ended)
                .isEqualTo(
                        new Ended(
                                64,
                                "",
                                "windrose: error: `reviews` is not a service; write"
                                        + " NAME.NAMESPACE. [MESH1800]\n"));
    }

    @Test
    void aSubsetThatNobodyDefinesStopsTheShift() {
        assertThat(shift("v1=75", "v9=25"))
                .isEqualTo(
                        new Ended(
                                1,
                                "",
                                "windrose: error: No DestinationRule of default/reviews defines the"
                                        + " subset v9; its subsets are v1, v2. [MESH1803]\n"));
        assertThat(file).hasContent(REVIEWS);
    }

    @Test
    void aDryRunShowsTheDifferenceAndWritesNothing() {
        var ended = shift("v1=75", "v2=25", "--dry-run");

        assertThat(ended.status()).isEqualTo(ExitCode.DONE);
        assertThat(ended.out().lines().filter(line -> line.matches("[+-] .*")))
                .containsExactly(
                        "-      weight: 50",
                        "+      weight: 75",
                        "-      weight: 50",
                        "+      weight: 25");
        assertThat(file).hasContent(REVIEWS);
    }

    @Test
    void aShiftToWhatIsThereChangesNothing() {
        assertThat(shift("v1=50", "v2=50", "--dry-run"))
                .isEqualTo(new Ended(0, "Nothing to change.\n", ""));
    }

    @Test
    void theCommandsAskForTheirFolder() {
        assertThat(Shell.run("history"))
                .isEqualTo(
                        new Ended(
                                64,
                                "",
                                """
                                windrose: Missing required option: '--config-dir=DIR'
                                Try 'windrose history --help'.
                                """));
        assertThat(Shell.run("undo", "one", "--config-dir", temp.toString()).status())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFolderThatWasNeverEditedHasNoHistory() {
        assertThat(Shell.run("history", "--config-dir", temp.toString()))
                .isEqualTo(new Ended(0, "Nothing was changed from here yet.\n", ""));
        assertThat(Shell.run("history", "-o", "json", "--config-dir", temp.toString()))
                .isEqualTo(new Ended(0, "[]\n", ""));
    }

    @Test
    void thereIsNothingToUndoInAFolderThatWasNeverEdited() {
        var ended = Shell.run("undo", "--config-dir", temp.toString());

        assertThat(ended.status()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.out()).isEmpty();
    }
}
