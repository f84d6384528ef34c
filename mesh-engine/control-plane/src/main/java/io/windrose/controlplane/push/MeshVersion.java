package io.windrose.controlplane.push;

import io.windrose.registry.MeshSnapshot;

/// A mesh and the number under which proxies acknowledge it.
///
/// @param number of the configuration that the mesh was built from; only grows; 0 stands for the
///   empty mesh before the first configuration
public record MeshVersion(long number, MeshSnapshot mesh) {
    public static final MeshVersion NONE = new MeshVersion(0, MeshSnapshot.EMPTY);
}
