package io.windrose.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.cli.Console;
import io.windrose.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    private static final Set<String> COMMANDS = Set.of("sandbox", "src", "screenshot");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--sandbox", "--timing", "--stall-detector --sandbox", "target", "."})
    void optionsAloneOrAFolderOpenTheWindow(String line) {
        assertThat(Main.opensWindow(words(line), COMMANDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "-V", "sandbox", "src", "screenshot welcome", "no-such-folder"})
    void commandsDoNot(String line) {
        assertThat(Main.opensWindow(words(line), COMMANDS)).isFalse();
    }

    @Test
    void aScreenOfALaterVersionDoesNotApplyHere() {
        assertThat(run("screenshot", "traces", "--sandbox", "--to", "target/traces.png"))
                .isEqualTo(ExitCode.NOT_APPLICABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("this version has no screen 'traces'; it has welcome, topology");
    }

    @Test
    void aPictureOfAMeshNeedsAMesh() {
        assertThat(run("screenshot", "topology", "--to", "target/topology.png"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("screenshot", "welcome", "--to", "w.png", "--size", "12x9"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--sandbox or --config-dir DIR", "'12x9' is not a size such as 1440x900");
    }

    private int run(String... args) {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var console =
                new Console(
                        InputStream.nullInputStream(),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return Main.run(console, args);
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
