package io.windrose.desktop.picture;

import io.windrose.cli.CommandFailure;
import io.windrose.cli.ExitCode;
import io.windrose.cli.Version;
import io.windrose.config.file.StateFolder;
import io.windrose.desktop.start.Surroundings;
import io.windrose.desktop.start.Toolkit;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.shell.Shell;
import io.windrose.shell.ShellSetup;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.shell.window.Opener;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.session.MeshSession;
import io.windrose.workspace.session.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Opens the real window in memory, waits until it shows what was ordered, and takes its picture.
final class Studio {
    /// A sandbox on a busy computer, and what it needs to be watched for.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Order order;
    private final CompletableFuture<Result<byte[]>> picture = new CompletableFuture<>();
    private final CompletableFuture<Shell> shell = new CompletableFuture<>();
    private final CompletableFuture<Sitting> sitting = new CompletableFuture<>();

    private Studio(Order order) {
        this.order = order;
    }

    /// The bytes of a PNG. To be called once in a process: the toolkit starts for it.
    static Result<byte[]> draw(Order order) throws InterruptedException {
        Toolkit.drawInMemory();
        var studio = new Studio(order);
        var obstacles = Toolkit.start(Surroundings.ofThisProcess(), studio::open);
        if (!obstacles.isEmpty()) {
            throw new CommandFailure(ExitCode.NOT_APPLICABLE, obstacles);
        }
        try {
            return studio.picture.get(
                    PATIENCE.plus(order.duration()).toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            return Result.err(studio.late(failure));
        } finally {
            if (studio.shell.isDone()) {
                studio.shell.join().close();
            }
        }
    }

    private void open() {
        var clock = InstantSource.system();
        var state = StateFolder.ofThisUser();
        var fx =
                new Owner(
                        Platform::runLater,
                        Platform::isFxApplicationThread,
                        picture::completeExceptionally);
        var workspace = new Workspace(state, clock, picture::completeExceptionally);
        var preferences =
                KeptPreferences.open(state.resolve("pictures"), picture::completeExceptionally);
        var facts = new ProgramFacts(Version.text(), state, "");
        var setup = ShellSetup.ofThisComputer(workspace, preferences, fx, facts);
        var opened =
                new Shell(
                        setup.with(staged(workspace::open))
                                .with(new EmptyWelcome(setup.welcome())));
        shell.complete(opened);
        opened.use(order.theme());
        var stage = new Stage(StageStyle.UNDECORATED);
        stage.setWidth(order.size().width());
        stage.setHeight(order.size().height());
        opened.show(stage);
        order.source().ifPresent(opened::open);
        var begun = new Sitting(order, opened, picture);
        sitting.complete(begun);
        begun.start();
    }

    /// The real sessions, shown in the state that was ordered.
    private Opener staged(Opener real) {
        return switch (order.state()) {
            case LIVE -> real;
            case ERROR -> (_, _) -> CompletableFuture.completedFuture(Result.err(State.noAnswer()));
            case LOADING, EMPTY, STALE, PARTIAL, READ_ONLY ->
                    (connection, progress) ->
                            real.open(connection, progress)
                                    .thenApply(answer -> answer.map(this::stage));
        };
    }

    private MeshSession stage(MeshSession real) {
        return new StagedSession(real, order.state());
    }

    private Problem late(Exception failure) {
        var why =
                failure instanceof TimeoutException
                        ? "it still waits for "
                                + (sitting.isDone() ? sitting.join().waitingFor() : "the toolkit")
                        : String.valueOf(failure.getCause());
        return Problem.error("MESH1957", Place.NOWHERE, "the screen could not be drawn: " + why);
    }
}
