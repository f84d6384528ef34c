package io.windrose.workspace.session;

import java.nio.file.Path;
import java.util.Optional;

/// Where a mesh is to be found.
public sealed interface Connection {

    /// A whole mesh on this computer, started for this connection and ended with it.
    ///
    /// @param folder the YAML that the mesh follows; without one a private folder that goes with it
    /// @param requestsPerSecond of the load, greater than 0
    record Sandbox(Optional<Path> folder, double requestsPerSecond) implements Connection {
        public static final Sandbox DEFAULT = new Sandbox(Optional.empty(), 20);

        @Override
        public String name() {
            return "sandbox";
        }
    }

    /// Files alone: they can be checked and edited, and nothing is measured.
    record Folder(Path path) implements Connection {
        @Override
        public String name() {
            var last = path.getFileName();
            return last == null ? path.toString() : last.toString();
        }
    }

    /// As people call it in a sentence: `sandbox`, the folder's name.
    String name();
}
