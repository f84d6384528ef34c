package io.windrose.cli;

import io.windrose.kernel.Result;
import io.windrose.registry.MeshSnapshot;
import io.windrose.workspace.MeshFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which mesh a command is about.
final class MeshOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create(); // picocli puts the real one in

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description = "A mesh in YAML files, without a cluster.")
    private @Nullable Path configDir;

    @Option(
            names = {"--mesh-config", "--meshConfigFile"},
            paramLabel = "FILE",
            description = "Settings of the mesh, in place of a ConfigMap istio.")
    private @Nullable Path meshConfig;

    boolean isGiven() {
        return configDir != null;
    }

    /// The mesh, or its problems; bad usage when none was named.
    Result<MeshSnapshot> read() {
        if (configDir == null) {
            throw new ParameterException(
                    command.commandLine(), "name the mesh: --config-dir DIR with its YAML files");
        }
        return new MeshFolder(configDir, Optional.ofNullable(meshConfig)).read();
    }
}
