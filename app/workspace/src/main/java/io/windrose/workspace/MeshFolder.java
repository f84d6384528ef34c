package io.windrose.workspace;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.FileSource;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import io.windrose.registry.MeshSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// A mesh that is described by the files of a directory, read once.
///
/// @param meshConfig settings of the mesh in a file of their own, in place of a ConfigMap `istio`
public record MeshFolder(Path directory, Optional<Path> meshConfig) {

    /// @return an error when anything in the files is one: half a mesh would mislead
    public Result<MeshSnapshot> read() {
        return FileSource.readOnce(directory)
                .then(config -> Result.of(config, config.findings()))
                .then(config -> settings().map(settings -> with(settings, config)))
                .map(MeshBuilder::build);
    }

    private Result<Optional<MeshConfig>> settings() {
        if (meshConfig.isEmpty()) {
            return Result.ok(Optional.empty());
        }
        var file = meshConfig.get();
        try {
            return ConfigReader.readMeshConfig(file.toString(), Files.readString(file))
                    .map(Optional::of);
        } catch (IOException unreadable) {
            return Result.err(
                    Problem.error(
                            "MESH1703",
                            Place.inFile(file.toString()),
                            "cannot be read: " + unreadable.getMessage()));
        }
    }

    private static ConfigSnapshot with(Optional<MeshConfig> settings, ConfigSnapshot config) {
        if (settings.isEmpty()) {
            return config;
        }
        var resources = new ArrayList<Resource>();
        for (var resource : config.resources().values()) {
            if (!(resource instanceof MeshConfig)) {
                resources.add(resource);
            }
        }
        resources.add(settings.get());
        return ConfigSnapshot.of(resources);
    }
}
