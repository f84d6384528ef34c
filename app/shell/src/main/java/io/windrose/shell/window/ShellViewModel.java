package io.windrose.shell.window;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.frame.Pace;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.MeshSession;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Welcome());
    private final ReadOnlyStringWrapper screen = new ReadOnlyStringWrapper(FIRST_SCREEN);
    private final ReadOnlyObjectWrapper<Overlay> overlay =
            new ReadOnlyObjectWrapper<>(Overlay.NONE);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.DARK);
    private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(Pace.DEFAULT);

    /// Counts up with every change of mind, so that a late answer is known as such.
    private int attempt;

    /// What lies over the whole window.
    public enum Overlay {
        NONE,
        PALETTE,
        KEYS,
        ABOUT,
        SETTINGS,
        CRASH
    }

    /// @param ender ends a session without blocking
    public ShellViewModel(
            Opener opener, Consumer<MeshSession> ender, Owner fx, InstantSource clock) {
        this.opener = opener;
        this.fx = fx;
        this.ender = ender;
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

    /// Leaves what is connected and opens another; what is still opening is given up.
    public void connect(Connection connection) {
        leave();
        overlay.set(Overlay.NONE);
        int mine = attempt;
        phase.set(new Phase.Connecting(connection, ""));
        fx.await(
                opener.open(connection, step -> fx.execute(() -> onStep(mine, connection, step))),
                answer -> onAnswer(mine, connection, answer));
    }

    /// Back to the welcome screen.
    public void disconnect() {
        leave();
        phase.set(new Phase.Welcome());
    }

    /// Tries a failed connection once more; nothing otherwise.
    public void retry() {
        if (phase.get() instanceof Phase.Failed(var connection, _)) {
            connect(connection);
        }
    }

    public void go(String screenId) {
        overlay.set(Overlay.NONE);
        screen.set(screenId);
    }

    public void open(Overlay next) {
        overlay.set(next);
    }

    public void closeOverlay() {
        overlay.set(Overlay.NONE);
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

    public void use(Pace next) {
        pace.set(next);
    }

    /// To be called about once a second: ages count on.
    public void tick() {
        live().ifPresent(LiveMesh::tick);
    }

    private void onStep(int asked, Connection connection, String step) {
        if (asked == attempt && phase.get() instanceof Phase.Connecting) {
            phase.set(new Phase.Connecting(connection, step));
        }
    }

    private void onAnswer(int asked, Connection connection, Result<MeshSession> answer) {
        boolean awaited = asked == attempt;
        switch (answer) {
            case Result.Ok<MeshSession>(var session, _) when !awaited -> ender.accept(session);
            case Result.Ok<MeshSession>(var session, _) -> {
                screen.set(FIRST_SCREEN);
                phase.set(new Phase.Live(new LiveMesh(session, pace.get(), fx, clock)));
            }
            case Result.Err<MeshSession>(var problems) -> {
                if (awaited) {
                    phase.set(new Phase.Failed(connection, problems));
                }
            }
        }
    }

    private void leave() {
        attempt++;
        live().ifPresent(mesh -> {
            mesh.close();
            ender.accept(mesh.session());
        });
    }
}
