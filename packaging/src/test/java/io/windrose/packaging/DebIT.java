package io.windrose.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The Debian package as a computer gets it: installed, started from where it then lies, removed.
/// Where the tests may not or must not install, it is only unpacked.
@EnabledIfSystemProperty(
        named = "windrose.deb",
        matches = ".+",
        disabledReason = "there is a package when the build runs with -Dinstaller=deb")
final class DebIT {
    private static final int PATIENCE_MINUTES = 4;

    /// What an installation adds outside of `/opt/windrose`.
    private static final List<Path> LINKS =
            List.of(
                    Path.of("/usr/bin/windrose"),
                    Path.of("/usr/share/applications/windrose.desktop"),
                    Path.of("/usr/share/icons/hicolor/48x48/apps/windrose.png"));

    @TempDir private Path folder;
    private Path deb = Path.of("");

    @BeforeEach
    void find() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("windrose.deb")))) {
            deb = files.filter(file -> file.toString().endsWith(".deb")).findFirst().orElseThrow();
        }
    }

    @Test
    void itNamesWhatItNeeds() throws Exception {
        assertThat(run("dpkg-deb", "--field", deb.toString(), "Depends"))
                .contains("libgtk-3-0 | libgtk-3-0t64", "libfreetype6", "fontconfig");
    }

    @Test
    void aScreenIsDrawnByTheUnpackedProgram() throws Exception {
        run("dpkg-deb", "-x", deb.toString(), folder.resolve("root").toString());

        assertThatItDraws(folder.resolve("root/opt/windrose/bin/windrose"));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "windrose.install",
            matches = "true",
            disabledReason = "only a computer of CI is installed to; -Dwindrose.install=true")
    void itIsInstalledStartedAndRemovedWithoutLeftovers() throws Exception {
        run("dpkg", "-i", deb.toString());
        try {
            assertThat(LINKS).allSatisfy(link -> assertThat(link).exists());
            assertThatItDraws(LINKS.getFirst());
        } finally {
            run("dpkg", "--purge", "windrose");
        }
        assertThat(LINKS).allSatisfy(link -> assertThat(link).doesNotExist());
        assertThat(Path.of("/opt/windrose")).doesNotExist();
    }

    /// With nothing of this computer's own Java.
    private void assertThatItDraws(Path program) throws Exception {
        var picture = folder.resolve("topology.png");
        run(
                "env",
                "-u",
                "JAVA_HOME",
                "XDG_STATE_HOME=" + folder.resolve("state"),
                program.toString(),
                "screenshot",
                "topology",
                "--sandbox",
                "--to",
                picture.toString());

        var image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1440);
        assertThat(image.getHeight()).isEqualTo(900);
    }

    private String run(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "output", ".txt");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        var ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended ? process.exitValue() : -1)
                .as("%s: %s", String.join(" ", command), Files.readString(output))
                .isZero();
        return Files.readString(output);
    }
}
