package io.windrose.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LauncherIT {
    @TempDir private Path folder;

    @Test
    void helpNamesTheCommandsAndTheExitCodes() throws Exception {
        var outcome = Launcher.in(folder).run("--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: windrose").contains("sandbox", "Exit codes:");
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
    void theLicencesOfAllLibrariesLieBesideIt() {
        var home = Launcher.in(folder).program().resolve("../..").normalize();

        assertThat(home.resolve("THIRD-PARTY.txt")).content().contains("netty", "Apache");
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
    }
}
