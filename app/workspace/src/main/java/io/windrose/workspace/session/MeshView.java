package io.windrose.workspace.session;

import io.windrose.config.ConfigSnapshot;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.registry.MeshSnapshot;
import io.windrose.workspace.ConfigMarks;
import java.nio.file.Path;
import java.util.Optional;

/// What is configured, and how far the proxies have followed it.
///
/// @param folder where the files lie that are edited
/// @param config with everything that is wrong with it
/// @param version of `mesh`, as proxies acknowledge it; 0 where nothing follows
/// @param sync empty where no proxies are known
/// @param wrong what the analysis says of the files; nothing until it has looked
public record MeshView(
        Path folder,
        ConfigSnapshot config,
        MeshSnapshot mesh,
        long version,
        Optional<SyncStatus> sync,
        ConfigMarks wrong) {

    /// Of files that nobody has looked through.
    public MeshView(
            Path folder,
            ConfigSnapshot config,
            MeshSnapshot mesh,
            long version,
            Optional<SyncStatus> sync) {
        this(folder, config, mesh, version, sync, ConfigMarks.NONE);
    }
}
