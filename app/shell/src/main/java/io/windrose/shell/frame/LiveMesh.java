package io.windrose.shell.frame;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Reading;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.MeshSession;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/// One connection as all screens see it: what is newest, what is asked, and how fresh it is.
///
/// Confined to `fx`. All screens ask through this one, so that none overwrites what another asked.
public final class LiveMesh implements AutoCloseable {
    private final MeshSession session;
    private final InstantSource clock;
    private final List<Live.Subscription> subscriptions = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Picture> picture;
    private final ReadOnlyObjectWrapper<MeshView> mesh;
    private final ReadOnlyObjectWrapper<GraphQuestion> question;
    private final ReadOnlyObjectWrapper<Pace> pace;
    private final ReadOnlyObjectWrapper<Freshness> freshness;
    private final BooleanBinding waiting;

    /// When the pace was changed; the epoch before.
    private Instant paced = Instant.EPOCH;

    /// Sets the session's pace; ends with [#close], which leaves the session open.
    public LiveMesh(MeshSession session, Pace pace, Owner fx, InstantSource clock) {
        this.session = session;
        this.clock = clock;
        this.picture = new ReadOnlyObjectWrapper<>(session.pictures().get());
        this.mesh = new ReadOnlyObjectWrapper<>(session.mesh().get());
        this.question = new ReadOnlyObjectWrapper<>(picture.get().question());
        this.pace = new ReadOnlyObjectWrapper<>(pace);
        this.freshness = new ReadOnlyObjectWrapper<>(judge());
        this.waiting =
                Bindings.createBooleanBinding(
                        () ->
                                !(session.connection() instanceof Connection.Folder)
                                        && (picture.get().graph().equals(Reading.none())
                                                || !picture.get()
                                                        .question()
                                                        .equals(question.get())),
                        picture,
                        question);
        session.refreshEvery(pace.effective());
        subscriptions.add(session.pictures().subscribe(fx, this::onPicture));
        subscriptions.add(session.mesh().subscribe(fx, mesh::set));
    }

    public MeshSession session() {
        return session;
    }

    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MeshView> meshProperty() {
        return mesh.getReadOnlyProperty();
    }

    /// What is asked; the picture may still answer the question before it.
    public ReadOnlyObjectProperty<GraphQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Freshness> freshnessProperty() {
        return freshness.getReadOnlyProperty();
    }

    /// Whether the answer to what is asked has not arrived yet.
    public ObservableBooleanValue waitingProperty() {
        return waiting;
    }

    /// Asks the same question with one thing changed.
    public void ask(UnaryOperator<GraphQuestion> change) {
        var next = change.apply(question.get());
        if (!next.equals(question.get())) {
            question.set(next);
            session.ask(next);
        }
    }

    public void refreshEvery(Duration every) {
        follow(new Pace(every, false));
    }

    public void pause() {
        follow(new Pace(pace.get().every(), true));
    }

    public void resume() {
        follow(new Pace(pace.get().every(), false));
    }

    public void refreshNow() {
        session.refreshNow();
    }

    /// Judges the age of the picture anew; to be called about once a second.
    public void tick() {
        freshness.set(judge());
    }

    @Override
    public void close() {
        subscriptions.forEach(Live.Subscription::close);
        subscriptions.clear();
    }

    private void follow(Pace next) {
        if (!next.equals(pace.get())) {
            pace.set(next);
            paced = clock.instant();
            session.refreshEvery(next.effective());
            tick();
        }
    }

    private void onPicture(Picture next) {
        picture.set(next);
        tick();
    }

    private Freshness judge() {
        var now = picture.get();
        var freshness =
                Freshness.of(session.connection(), now.graph(), pace.get(), paced, clock.instant());
        return now.problems().stream()
                .filter(problem -> !problem.isError())
                .findFirst()
                .map(problem -> freshness.lacking(problem.message()))
                .orElse(freshness);
    }
}
