package io.windrose.controlplane;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.ConfigStore;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.registry.MeshBuilder;

/// Makes the mesh of each new configuration, under the configuration's own version.
///
/// So that `meshes().get().number()` and the version that proxies acknowledge are versions of the
/// [ConfigStore]. Building happens on the store's owner.
public final class MeshFeed implements AutoCloseable {
    private final MeshBuilder builder = new MeshBuilder();
    private final Live<MeshVersion> meshes = new Live<>(MeshVersion.NONE);
    private final Live.Subscription subscription;

    private MeshFeed(ConfigStore store, Owner owner) {
        subscription = store.snapshots().subscribe(owner, this::build);
    }

    /// Begins with what the store holds once every change that it was given before is in; until
    /// then there is [MeshVersion#NONE].
    ///
    /// @param owner that of `store`
    public static MeshFeed follow(ConfigStore store, Owner owner) {
        return new MeshFeed(store, owner);
    }

    public Live<MeshVersion> meshes() {
        return meshes;
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void build(ConfigSnapshot config) {
        meshes.set(new MeshVersion(config.version(), builder.next(config)));
    }
}
