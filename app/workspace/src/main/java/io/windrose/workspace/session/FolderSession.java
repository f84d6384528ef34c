package io.windrose.workspace.session;

import io.windrose.config.ConfigStore;
import io.windrose.config.file.FileSource;
import io.windrose.controlplane.MeshFeed;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import io.windrose.workspace.KnownMesh;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The files of a folder, followed; what they configure stands in the picture without traffic.
final class FolderSession implements MeshSession {
    private final Connection.Folder connection;
    private final ConfigStore store;
    private final MeshFeed feed;
    private final ConfiguredPictures pictures;
    private final EditedFolder files;
    private final Live<MeshView> mesh;
    private final Ending ending;

    private FolderSession(
            Connection.Folder connection,
            ConfigStore store,
            MeshFeed feed,
            ConfiguredPictures pictures,
            EditedFolder files,
            Ending ending) {
        this.connection = connection;
        this.store = store;
        this.feed = feed;
        this.pictures = pictures;
        this.files = files;
        this.ending = ending;
        mesh = new Live<>(view());
    }

    /// Blocks until the files are read.
    static Result<MeshSession> open(
            Connection.Folder connection,
            Path state,
            InstantSource clock,
            Consumer<Throwable> faults) {
        var ending = new Ending(faults);
        var thread = ending.add(Owner.onThread("config", faults));
        var store = new ConfigStore(thread.owner(), List.of(FileSource.NAME));
        var folder = connection.path().toAbsolutePath();
        var opened =
                FileSource.open(FileSource.NAME, folder, store::apply, faults)
                        .map(source -> {
                            ending.add(source);
                            var feed = ending.add(MeshFeed.follow(store, thread.owner()));
                            var telemetry = ending.add(Owner.onThread("telemetry", faults));
                            var pictures = new ConfiguredPictures(telemetry.owner(), clock);
                            var files = new EditedFolder(folder, state, clock);
                            var session =
                                    new FolderSession(
                                            connection, store, feed, pictures, files, ending);
                            session.follow(telemetry.owner());
                            return (MeshSession) session;
                        });
        if (opened instanceof Result.Err<MeshSession>) {
            ending.close();
        }
        return opened;
    }

    private void follow(Owner owner) {
        ending.add(feed.meshes().subscribe(owner, this::onMesh));
        ending.add(store.snapshots().subscribe(owner, _ -> mesh.set(view())));
    }

    private void onMesh(MeshVersion newest) {
        if (newest.equals(MeshVersion.NONE)) {
            return; // a picture of half the mesh would give places to what then stays where it is
        }
        mesh.set(view());
        pictures.know(KnownMesh.configured(newest.mesh(), store.snapshots().get()));
    }

    private MeshView view() {
        var newest = feed.meshes().get();
        return new MeshView(
                connection.path().toAbsolutePath(),
                store.snapshots().get(),
                newest.mesh(),
                0,
                Optional.empty());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Access access() {
        return Files.isWritable(connection.path())
                ? new Access.MayEdit()
                : new Access.MayRead("the folder is not writable");
    }

    @Override
    public Live<Picture> pictures() {
        return pictures.pictures();
    }

    @Override
    public Live<MeshView> mesh() {
        return mesh;
    }

    @Override
    public void ask(GraphQuestion question) {
        pictures.ask(question);
    }

    /// Nothing is measured here: pictures follow the files at once.
    @Override
    public void refreshEvery(Optional<Duration> pace) {}

    @Override
    public void refreshNow() {
        pictures.refresh();
    }

    @Override
    public void arrange() {
        pictures.arrange();
    }

    @Override
    public EditedFolder files() {
        return files;
    }

    @Override
    public void close() {
        ending.close();
    }
}
