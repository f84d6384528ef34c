package io.windrose.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LauncherIT {
    private static final int HELP_RUNS = 5;

    @TempDir private Path folder;

    @Test
    void helpNamesTheCommandsAndTheExitCodes() throws Exception {
        var outcome = Launcher.in(folder).run("--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: windrose").contains("sandbox", "Exit codes:");
    }

    /// Half a second is asked for where nobody else uses the processor; here others may.
    @Test
    void helpIsThereEachTime(TestReporter figures) throws Exception {
        var launcher = Launcher.in(folder);
        var millis = new ArrayList<Long>();
        for (int run = 0; run < HELP_RUNS; run++) {
            long started = System.nanoTime();
            assertThat(launcher.run("--help").status()).isZero();
            millis.add((System.nanoTime() - started) / 1_000_000);
        }

        Collections.sort(millis);
        figures.publishEntry("milliseconds of --help, sorted", millis.toString());
    }

    /// Every place where the launcher looks is empty: the folders under empty file systems of a
    /// mount namespace of the test's own, the path and the home by the environment.
    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        assumeThat(mayUnshare()).as("may make a mount namespace").isTrue();
        var tools = Files.createDirectory(folder.resolve("tools"));
        for (var tool : List.of("sh", "readlink", "dirname")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        var hide = new StringBuilder();
        for (var place : List.of("/usr/lib/jvm", "/opt")) {
            if (Files.isDirectory(Path.of(place))) {
                hide.append("mount -t tmpfs none ").append(place).append(" && ");
            }
        }
        var bare = "exec env -i PATH=%s HOME=%s %s version".formatted(tools, folder, program());

        var outcome = Launcher.in(folder).runCommand(unshared(hide + bare));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        """
                        windrose: needs a Java 25 run-time and found none; install a JDK 25 (for\
                         example Eclipse Temurin 25) or set WINDROSE_JAVA_HOME to one
                        """);
    }

    private Path program() {
        return Launcher.in(folder).program();
    }

    private boolean mayUnshare() throws InterruptedException {
        try {
            return Launcher.in(folder).runCommand(unshared("true")).status() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static List<String> unshared(String script) {
        return List.of("unshare", "--map-root-user", "--mount", "sh", "-c", script);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void aLinkInAFolderWithBlanksStartsItToo() throws Exception {
        var odd = Files.createDirectory(folder.resolve("a folder"));
        var link = odd.resolve("w");
        Files.createSymbolicLink(link, Launcher.in(folder).program());

        var outcome = new Launcher(link, folder).run("version");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("windrose ");
    }

    @Test
    void anUnknownCommandIsBadUsageAndNamesTheNearest() throws Exception {
        var outcome = Launcher.in(folder).run("versio");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("'versio'", "windrose version", "--help");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there a window needs DISPLAY")
    void withoutADisplayItSaysSoInOneSentence() throws Exception {
        var launcher = Launcher.in(folder);
        var process = launcher.process(launcher.command("--sandbox"));
        process.environment().remove("DISPLAY");
        var err = folder.resolve("err.txt");

        var status = process.redirectError(err.toFile()).start().waitFor();

        assertThat(status).isEqualTo(2);
        assertThat(err)
                .content()
                .startsWith("windrose: error: there is no display")
                .hasLineCount(1);
    }

    @Test
    void aScreenThatDoesNotExistIsBadUsage() throws Exception {
        var outcome = Launcher.in(folder).run("screenshot", "moon", "--to", "moon.png");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("'moon'", "topology");
        assertThat(folder.resolve("moon.png")).doesNotExist();
    }

    @Test
    void everyLibraryThatAManifestNamesIsThere() throws Exception {
        var lib = Launcher.in(folder).program().resolve("../../lib").normalize();
        try (var jars = Files.newDirectoryStream(lib, "windrose-{cli,desktop}-*.jar")) {
            for (var jar : jars) {
                try (var file = new JarFile(jar.toFile())) {
                    var classPath =
                            file.getManifest()
                                    .getMainAttributes()
                                    .getValue(Attributes.Name.CLASS_PATH);

                    assertThat(classPath.split(" "))
                            .allSatisfy(name -> assertThat(lib.resolve(name)).exists());
                }
            }
        }
    }

    @Test
    void theLicencesOfAllLibrariesLieBesideIt() {
        var home = Launcher.in(folder).program().resolve("../..").normalize();

        assertThat(home.resolve("THIRD-PARTY.txt")).content().contains("netty", "javafx", "Apache");
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
    }
}
