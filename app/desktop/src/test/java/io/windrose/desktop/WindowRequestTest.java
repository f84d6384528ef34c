package io.windrose.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowRequestTest {

    @Test
    void flagsAndAFolderAreReadWithoutTheCommands(@TempDir Path folder) {
        assertThat(plain("--sandbox", folder.toString(), "--timing"))
                .contains(
                        new WindowRequest(
                                /* sandbox= */ true,
                                /* timing= */ true,
                                /* stallDetector= */ false,
                                Optional.of(folder),
                                Optional.empty()));
        assertThat(plain())
                .contains(
                        new WindowRequest(
                                /* sandbox= */ false,
                                /* timing= */ false,
                                /* stallDetector= */ false,
                                Optional.empty(),
                                Optional.empty()));
    }

    /// What a command may be named like, what needs words, and mistakes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src",
                "sandbox",
                "--help",
                "--sandbox --sandbox",
                "--sandbox --leave-at window",
                "--sanbox",
                "./no/such/folder",
                "./src ./src/main"
            })
    void everythingElseIsLeftToTheCommands(String line) {
        assertThat(plain(line.split(" "))).isEmpty();
    }

    private static Optional<WindowRequest> plain(String... words) {
        return WindowRequest.ofPlain(List.of(words));
    }
}
