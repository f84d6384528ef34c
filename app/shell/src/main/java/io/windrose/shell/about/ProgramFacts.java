package io.windrose.shell.about;

import java.nio.file.Path;

/// What the program knows about itself.
///
/// @param version such as `0.1.0`
/// @param state the folder where preferences and the history of edits lie
/// @param licences of everything that is inside, as plain text; empty when the text is not at hand
public record ProgramFacts(String version, Path state, String licences) {

    /// Where reports of the program's own bugs lie, a file for each.
    public Path crashes() {
        return state.resolve("crashes");
    }

    /// Where it is written when the window stood still; there only after the first time.
    public Path stalls() {
        return state.resolve("stalls.txt");
    }

    /// `25.0.3`, as the running Java says.
    public String java() {
        return System.getProperty("java.version", "unknown");
    }

    public String javaFx() {
        return System.getProperty("javafx.runtime.version", "unknown");
    }

    public String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
}
