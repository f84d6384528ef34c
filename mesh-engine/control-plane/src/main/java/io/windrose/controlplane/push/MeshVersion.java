package io.windrose.controlplane.push;

import io.windrose.registry.MeshSnapshot;

/// A mesh and the number under which proxies acknowledge it.
///
/// @param number of the configuration that the mesh was built from; only grows; -1 stands for no
///   mesh yet
public record MeshVersion(long number, MeshSnapshot mesh) {
    public static final MeshVersion NONE = new MeshVersion(-1, MeshSnapshot.EMPTY);
}
