package io.windrose.desktop.picture;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.MeshSession;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.time.Duration;
import java.util.Optional;

/// A real session whose pictures are shown in another state than they are in.
final class StagedSession implements MeshSession {
    private final MeshSession real;
    private final State state;
    private final Live<Picture> pictures;
    private final Live.Subscription subscription;

    StagedSession(MeshSession real, State state) {
        this.real = real;
        this.state = state;
        pictures = new Live<>(state.of(real.pictures().get()));
        subscription =
                real.pictures()
                        .subscribe(
                                new Owner(
                                        Runnable::run,
                                        () -> true,
                                        fault -> {
                                            throw new IllegalStateException(fault);
                                        }),
                                picture -> pictures.set(state.of(picture)));
    }

    @Override
    public Connection connection() {
        return real.connection();
    }

    @Override
    public Access access() {
        return state.of(real.access());
    }

    @Override
    public Live<Picture> pictures() {
        return pictures;
    }

    @Override
    public Live<MeshView> mesh() {
        return real.mesh();
    }

    @Override
    public void ask(GraphQuestion question) {
        real.ask(question);
    }

    @Override
    public void refreshEvery(Optional<Duration> pace) {
        real.refreshEvery(pace);
    }

    @Override
    public void refreshNow() {
        real.refreshNow();
    }

    @Override
    public EditedFolder files() {
        return real.files();
    }

    @Override
    public FolderAnalysis analysis() {
        return real.analysis();
    }

    @Override
    public void close() {
        subscription.close();
        real.close();
    }
}
