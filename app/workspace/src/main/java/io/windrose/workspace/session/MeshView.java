package io.windrose.workspace.session;

import io.windrose.config.ConfigSnapshot;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.registry.MeshSnapshot;
import java.nio.file.Path;
import java.util.Optional;

/// What is configured, and how far the proxies have followed it.
///
/// @param folder where the files lie that are edited
/// @param config with everything that is wrong with it
/// @param version of `mesh`, as proxies acknowledge it; 0 where nothing follows
/// @param sync empty where no proxies are known
public record MeshView(
        Path folder,
        ConfigSnapshot config,
        MeshSnapshot mesh,
        long version,
        Optional<SyncStatus> sync) {}
