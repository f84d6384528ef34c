package io.windrose.controlplane;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.ConfigStore;
import io.windrose.config.file.FileSource;
import io.windrose.controlplane.access.Authenticator;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A control plane whose configuration is a directory of YAML that people edit while it runs.
public final class DirectoryControlPlane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryControlPlane.class);
    private static final String FILES = "files";

    private final Configuration configuration;
    private final FileSource files;
    private final ControlPlane controlPlane;

    private record Configuration(Owner.Threaded thread, ConfigStore store, MeshFeed feed) {
        void end() {
            feed.close();
            thread.close();
        }
    }

    private DirectoryControlPlane(
            Configuration configuration, FileSource files, ControlPlane controlPlane) {
        this.configuration = configuration;
        this.files = files;
        this.controlPlane = controlPlane;
    }

    /// Reads the directory, blocking until that is done, and serves what it says.
    ///
    /// Broken files are no reason not to start: they are findings of [#config], and the rest
    /// applies.
    ///
    /// @param authorities gives the authority of the trust domain that the mesh's settings name
    /// @return a problem when the directory cannot be read or an address cannot be used
    public static Result<DirectoryControlPlane> start(
            ControlPlaneSettings settings,
            Path directory,
            Authenticator authenticator,
            Function<TrustDomain, Result<CertificateAuthority>> authorities,
            InstantSource clock) {
        var thread = Owner.onThread("config", DirectoryControlPlane::onFault);
        var store = new ConfigStore(thread.owner(), List.of(FILES));
        var started =
                FileSource.open(FILES, directory, store::apply, DirectoryControlPlane::onFault)
                        .then(files -> {
                            var feed = MeshFeed.follow(store, thread.owner());
                            var parts = new Configuration(thread, store, feed);
                            var serving =
                                    TrustDomain.parse(first(parts).mesh().mesh().trustDomain())
                                            .then(authorities)
                                            .then(authority ->
                                                    ControlPlane.start(
                                                            settings,
                                                            feed.meshes(),
                                                            authenticator,
                                                            authority,
                                                            clock))
                                            .map(plane ->
                                                    new DirectoryControlPlane(parts, files, plane));
                            if (serving instanceof Result.Err<DirectoryControlPlane>) {
                                files.close();
                            }
                            return serving;
                        });
        if (started instanceof Result.Err<DirectoryControlPlane>) {
            thread.close();
        }
        return started;
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    /// What the directory says, with everything that is wrong with it.
    public Live<ConfigSnapshot> config() {
        return configuration.store().snapshots();
    }

    public Live<MeshVersion> meshes() {
        return configuration.feed().meshes();
    }

    @Override
    public void close() {
        controlPlane.close();
        files.close();
        configuration.end();
    }

    /// The mesh of what the source reported first: its task and the feed's are in front of this
    /// one.
    private static MeshVersion first(Configuration configuration) {
        var mesh = new CompletableFuture<MeshVersion>();
        configuration
                .thread()
                .owner()
                .execute(() -> mesh.complete(configuration.feed().meshes().get()));
        return mesh.join();
    }

    private static void onFault(Throwable fault) {
        LOG.error("reading the configuration met a bug", fault);
    }
}
