package io.windrose.desktop;

import io.windrose.cli.Version;
import io.windrose.config.file.StateFolder;
import io.windrose.shell.about.ProgramFacts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where this program lies and what lies beside it.
final class Installation {
    /// Seen from the folder of the jars: in a distribution, and in a package of the system.
    private static final List<String> LICENCES =
            List.of("../THIRD-PARTY.txt", "share/doc/THIRD-PARTY.txt");

    private Installation() {}

    static ProgramFacts facts() {
        return new ProgramFacts(Version.text(), StateFolder.ofThisUser(), licences());
    }

    /// Empty where the program runs from a build's classes.
    private static String licences() {
        try {
            var source = Main.class.getProtectionDomain().getCodeSource().getLocation();
            var folder = Path.of(source.toURI()).resolveSibling("");
            for (var place : LICENCES) {
                var file = folder.resolve(place);
                if (Files.isRegularFile(file)) {
                    return Files.readString(file);
                }
            }
            return "";
        } catch (IOException | URISyntaxException notThere) {
            return "";
        }
    }
}
