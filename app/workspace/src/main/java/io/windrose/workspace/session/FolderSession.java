package io.windrose.workspace.session;

import io.windrose.config.ConfigStore;
import io.windrose.config.file.FileSource;
import io.windrose.controlplane.MeshFeed;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.workspace.ConfigMarks;
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
    private final Access access;
    private final ConfigStore store;
    private final MeshFeed feed;
    private final ConfiguredPictures pictures;
    private final EditedFolder files;
    private final FolderAnalysis analysis = new FolderAnalysis();
    private final FolderFindings findings;
    private final Live<MeshView> mesh;
    private final Ending ending;

    private FolderSession(
            Connection.Folder connection,
            Access access,
            ConfigStore store,
            MeshFeed feed,
            ConfiguredPictures pictures,
            EditedFolder files,
            Owner owner,
            Ending ending) {
        this.connection = connection;
        this.access = access;
        this.store = store;
        this.feed = feed;
        this.pictures = pictures;
        this.files = files;
        this.ending = ending;
        findings =
                new FolderFindings(
                        files,
                        analysis,
                        store.snapshots()::get,
                        owner,
                        look -> Thread.ofVirtual().name("findings").start(look),
                        _ -> onMesh(feed.meshes().get()));
        mesh = new Live<>(view());
    }

    /// Blocks until the files are read.
    static Result<MeshSession> open(
            Connection.Folder connection,
            Path state,
            InstantSource clock,
            Consumer<Throwable> faults) {
        var ending = new Ending(faults);
        var folder = connection.path().toAbsolutePath();
        return ending.unlessOpen(() -> open(connection, folder, state, clock, faults, ending));
    }

    private static Result<MeshSession> open(
            Connection.Folder connection,
            Path folder,
            Path state,
            InstantSource clock,
            Consumer<Throwable> faults,
            Ending ending) {
        var thread = Owner.onThread("config", faults);
        ending.add(thread::close);
        var store = new ConfigStore(thread.owner(), List.of(FileSource.NAME));
        return FileSource.open(FileSource.NAME, folder, store::apply, faults)
                .map(source -> {
                    ending.add(source::close);
                    var feed = MeshFeed.follow(store, thread.owner());
                    ending.add(feed::close);
                    var telemetry = Owner.onThread("telemetry", faults);
                    ending.add(telemetry::close);
                    var pictures = new ConfiguredPictures(telemetry.owner(), clock);
                    var files = new EditedFolder(folder, state, clock);
                    var session =
                            new FolderSession(
                                    connection,
                                    access(folder),
                                    store,
                                    feed,
                                    pictures,
                                    files,
                                    telemetry.owner(),
                                    ending);
                    session.follow(telemetry.owner());
                    return session;
                });
    }

    private static Access access(Path folder) {
        return Files.isWritable(folder)
                ? new Access.MayEdit()
                : new Access.MayRead("the folder is not writable");
    }

    private void follow(Owner owner) {
        ending.add(feed.meshes().subscribe(owner, this::onMesh)::close);
        ending.add(store.snapshots().subscribe(owner, _ -> onConfig())::close);
    }

    private void onConfig() {
        mesh.set(view());
        findings.look();
    }

    private void onMesh(MeshVersion newest) {
        if (newest.equals(MeshVersion.NONE)) {
            return; // a picture of half the mesh would give places to what then stays where it is
        }
        mesh.set(view());
        pictures.know(KnownMesh.configured(newest.mesh(), store.snapshots().get(), wrong()));
    }

    private MeshView view() {
        var newest = feed.meshes().get();
        return new MeshView(
                connection.path().toAbsolutePath(),
                store.snapshots().get(),
                newest.mesh(),
                0,
                Optional.empty(),
                wrong());
    }

    private ConfigMarks wrong() {
        return new ConfigMarks(findings.newest());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Access access() {
        return access;
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
    public EditedFolder files() {
        return files;
    }

    @Override
    public FolderAnalysis analysis() {
        return analysis;
    }

    @Override
    public void close() {
        ending.close();
    }
}
