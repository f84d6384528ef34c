package io.windrose.shell.window;

import static java.util.stream.Collectors.joining;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.frame.Pace;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.MeshSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which mesh the window shows, on which screen, and what it says in passing.
///
/// Confined to `fx`: the JavaFX application thread in the program, the calling thread in tests.
public final class ShellViewModel {
    /// Where every connection starts.
    public static final String FIRST_SCREEN = "topology";

    private final Opener opener;
    private final Owner fx;
    private final Consumer<MeshSession> ender;
    private final Supplier<Unsaved> unsaved;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Welcome());
    private final ReadOnlyStringWrapper screen = new ReadOnlyStringWrapper(FIRST_SCREEN);
    private final ReadOnlyObjectWrapper<Overlay> overlay =
            new ReadOnlyObjectWrapper<>(Overlay.NONE);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.DARK);
    private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(Pace.DEFAULT);

    private Optional<Departure> departure = Optional.empty();

    /// Counts up with every change of mind, so that a late answer is known as such.
    private int attempt;

    /// What lies over the whole window.
    public enum Overlay {
        NONE,
        PALETTE,
        KEYS,
        ABOUT,
        SETTINGS,
        LEAVE,
        CRASH
    }

    /// @param ender ends a session without blocking
    /// @param unsaved what would be lost at this moment
    public ShellViewModel(
            Opener opener,
            Consumer<MeshSession> ender,
            Supplier<Unsaved> unsaved,
            Owner fx,
            InstantSource clock) {
        this.opener = opener;
        this.fx = fx;
        this.ender = ender;
        this.unsaved = unsaved;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// The id of the screen that is shown while live.
    public ReadOnlyStringProperty screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Overlay> overlayProperty() {
        return overlay.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Whether nothing shall move by itself.
    public ReadOnlyBooleanProperty stillProperty() {
        return still.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /// How often a connection is refreshed at first; a live one has its own pace.
    public ReadOnlyObjectProperty<Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    /// The mesh of the present connection.
    public Optional<LiveMesh> live() {
        return phase.get() instanceof Phase.Live(var mesh) ? Optional.of(mesh) : Optional.empty();
    }

    /// Opens a mesh; what is still opening is given up. What is live stays so until the other has
    /// opened, and when that fails.
    public void connect(Connection connection) {
        depart(() -> open(connection, unsaved.get()), () -> {});
    }

    /// Back to the welcome screen.
    public void disconnect() {
        depart(
                () -> {
                    leave();
                    phase.set(new Phase.Welcome());
                },
                () -> {});
    }

    /// @param close closes the window
    public void quit(Runnable close) {
        depart(close, () -> {});
    }

    /// What the person is asked about while [Overlay#LEAVE] is shown.
    public Unsaved atStake() {
        return departure.map(Departure::lost).orElse(Unsaved.NONE);
    }

    /// Yes to the question of [Overlay#LEAVE]; closing that overlay means no.
    public void discardAndLeave() {
        var asked = departure;
        departure = Optional.empty();
        closeOverlay();
        asked.ifPresent(one -> one.leave().run());
    }

    /// Tries a failed connection once more; nothing otherwise.
    public void retry() {
        if (phase.get() instanceof Phase.Failed(var connection, _)) {
            connect(connection);
        }
    }

    public void go(String screenId) {
        closeOverlay();
        screen.set(screenId);
    }

    public void open(Overlay next) {
        var unanswered = departure;
        departure = Optional.empty();
        overlay.set(next);
        unanswered.ifPresent(one -> one.stay().run());
    }

    public void closeOverlay() {
        open(Overlay.NONE);
    }

    public void say(Notice next) {
        notice.set(Optional.of(next));
    }

    public void dismiss() {
        notice.set(Optional.empty());
    }

    public void use(Theme next) {
        theme.set(next);
    }

    public void keepStill(boolean wanted) {
        still.set(wanted);
    }

    public void use(Pace next) {
        pace.set(next);
    }

    /// To be called about once a second: ages count on.
    public void tick() {
        live().ifPresent(LiveMesh::tick);
    }

    /// Goes at once when nothing would be lost, and asks first otherwise.
    private void depart(Runnable leave, Runnable stay) {
        var lost = unsaved.get();
        closeOverlay();
        if (lost.isEmpty()) {
            leave.run();
        } else {
            departure = Optional.of(new Departure(lost, leave, stay));
            overlay.set(Overlay.LEAVE);
        }
    }

    /// @param discarded what the person has given up for this
    private void open(Connection connection, Unsaved discarded) {
        attempt++;
        int mine = attempt;
        onStep(mine, connection, "");
        fx.await(
                opener.open(connection, step -> fx.execute(() -> onStep(mine, connection, step))),
                answer -> onAnswer(mine, connection, discarded, answer));
    }

    private void onStep(int asked, Connection connection, String step) {
        if (asked != attempt) {
            return;
        }
        if (live().isPresent()) {
            var stop = new Notice.Action("Stop", () -> attempt++);
            say(new Notice(Tone.INFO, "Opening " + connection.name(), step, Optional.of(stop)));
        } else {
            phase.set(new Phase.Connecting(connection, step));
        }
    }

    private void onAnswer(
            int asked, Connection connection, Unsaved discarded, Result<MeshSession> answer) {
        boolean awaited = asked == attempt;
        switch (answer) {
            case Result.Ok<MeshSession>(var session, _) when !awaited -> ender.accept(session);
            case Result.Ok<MeshSession>(var session, _) when unsaved.get().equals(discarded) ->
                    enter(session);
            case Result.Ok<MeshSession>(var session, _) ->
                    depart(() -> enter(session), () -> ender.accept(session));
            case Result.Err<MeshSession>(var problems) -> {
                if (awaited) {
                    onFailed(connection, problems);
                }
            }
        }
    }

    private void onFailed(Connection connection, List<Problem> problems) {
        if (live().isPresent()) {
            var causes = problems.stream().map(Problem::message).collect(joining(" "));
            say(Notice.failed("%s was not opened".formatted(connection.name()), causes));
        } else {
            phase.set(new Phase.Failed(connection, problems));
        }
    }

    private void enter(MeshSession session) {
        if (live().isPresent()) {
            dismiss();
        }
        leave();
        screen.set(FIRST_SCREEN);
        phase.set(new Phase.Live(new LiveMesh(session, pace.get(), fx, clock)));
    }

    private void leave() {
        attempt++;
        live().ifPresent(mesh -> {
            mesh.close();
            ender.accept(mesh.session());
        });
    }
}
