package io.windrose.workspace.demo;

import io.windrose.kernel.Live;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.MeshSession;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A session that shows what a test sets and remembers what it was told.
public final class DemoSession implements MeshSession {
    private final Live<Picture> pictures = new Live<>(DemoPicture.picture());
    private final Live<MeshView> mesh;
    private final EditedFolder files;
    private FolderAnalysis analysis = new FolderAnalysis();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Access access = new Access.MayEdit();
    private Connection connection = Connection.Sandbox.DEFAULT;

    /// Of files that do not exist.
    public DemoSession() {
        this(DemoMesh.view());
    }

    /// @param mesh such as `DemoMesh.view(folder)` of a folder that [DemoMesh#write] has filled
    public DemoSession(MeshView mesh) {
        this.mesh = new Live<>(mesh);
        files =
                new EditedFolder(
                        mesh.folder(),
                        mesh.folder().resolve(".state"),
                        InstantSource.fixed(DemoPicture.NOW));
    }

    /// What it was told, oldest first: `ask GraphQuestion[...]`, `refreshEvery PT5S`, `pause`,
    /// `refreshNow`, `close`.
    public List<String> told() {
        return new ArrayList<>(told);
    }

    public void show(Picture picture) {
        pictures.set(picture);
    }

    public void show(MeshView view) {
        mesh.set(view);
    }

    public DemoSession with(Access newAccess) {
        access = newAccess;
        return this;
    }

    public DemoSession with(FolderAnalysis newAnalysis) {
        analysis = newAnalysis;
        return this;
    }

    public DemoSession with(Connection newConnection) {
        connection = newConnection;
        return this;
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
        return pictures;
    }

    @Override
    public Live<MeshView> mesh() {
        return mesh;
    }

    /// Answers at once from the story.
    @Override
    public void ask(GraphQuestion question) {
        told.add("ask " + question);
        pictures.set(DemoPicture.picture(question));
    }

    @Override
    public void refreshEvery(Optional<Duration> pace) {
        told.add(pace.map(wanted -> "refreshEvery " + wanted).orElse("pause"));
    }

    @Override
    public void refreshNow() {
        told.add("refreshNow");
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
        told.add("close");
    }

    /// The folder that is edited.
    public Path folder() {
        return mesh.get().folder();
    }
}
