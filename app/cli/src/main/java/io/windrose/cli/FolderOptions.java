package io.windrose.cli;

import io.windrose.config.file.StateFolder;
import io.windrose.session.EditedFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which folder of YAML is edited.
final class FolderOptions {
    @Option(
            names = "--config-dir",
            required = true,
            paramLabel = "DIR",
            description = "The folder with the YAML that is changed.")
    private @Nullable Path folder;

    EditedFolder edited() {
        if (folder == null) {
            throw new IllegalStateException("--config-dir is required");
        }
        return new EditedFolder(folder, StateFolder.ofThisUser(), InstantSource.system());
    }
}
