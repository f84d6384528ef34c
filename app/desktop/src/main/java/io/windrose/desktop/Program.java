package io.windrose.desktop;

import io.windrose.cli.CommandFailure;
import io.windrose.cli.ExitCode;
import io.windrose.desktop.crash.CrashReport;
import io.windrose.desktop.crash.CrashReports;
import io.windrose.desktop.stall.StallReports;
import io.windrose.desktop.stall.StallWatch;
import io.windrose.desktop.start.StartTimes;
import io.windrose.desktop.start.StartTimes.Phase;
import io.windrose.desktop.start.Surroundings;
import io.windrose.desktop.start.Toolkit;
import io.windrose.kernel.Owner;
import io.windrose.shell.Shell;
import io.windrose.shell.ShellSetup;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.Workspace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of the window: opens it, and leaves nothing behind when it is closed or the process is
/// told to end.
final class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    /// How long the end of a mesh may hold up the end of the program; one that is still being
    /// started is waited for first.
    private static final int CLOSING_SECONDS = 15;

    private final InstantSource clock;
    private final StartTimes times;
    private final boolean detectStalls;
    private final CompletableFuture<Shell> shell = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Program(InstantSource clock, StartTimes times, boolean detectStalls) {
        this.clock = clock;
        this.times = times;
        this.detectStalls = detectStalls;
    }

    /// Blocks until the window is closed.
    ///
    /// @param connection what is opened at once; else the start page
    /// @return the exit code
    int run(Optional<Connection> connection) throws InterruptedException {
        var facts = Installation.facts();
        var crashes = new CrashReports(facts.crashes(), clock, facts.version(), this::onCrash);
        Thread.setDefaultUncaughtExceptionHandler(crashes);
        Consumer<Throwable> faults =
                fault -> crashes.uncaughtException(Thread.currentThread(), fault);
        var fx = new Owner(Platform::runLater, Platform::isFxApplicationThread, faults);
        var workspace = new Workspace(facts.state(), clock, faults);
        var preferences = KeptPreferences.open(facts.state(), faults);
        var setup = ShellSetup.ofThisComputer(workspace, preferences, fx, facts);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
        var obstacles = Toolkit.start(Surroundings.ofThisProcess(), () -> open(setup, connection));
        if (!obstacles.isEmpty()) {
            throw new CommandFailure(ExitCode.NOT_APPLICABLE, obstacles);
        }
        closed.await();
        close();
        preferences.close();
        Platform.exit();
        return ExitCode.DONE;
    }

    /// As if the window had been closed; from any thread.
    void leave() {
        closed.countDown();
    }

    private void open(ShellSetup setup, Optional<Connection> connection) {
        times.reached(Phase.TOOLKIT);
        Platform.setImplicitExit(false);
        var opened = new Shell(setup);
        shell.complete(opened);
        times.reached(Phase.LOOK);
        var stage = new Stage();
        stage.getIcons().setAll(WindowIcons.all());
        stage.setOnHidden(_ -> leave());
        Milestones.watch(opened, times);
        var _ =
                StallWatch.follow(
                        opened.preferences().map(each -> detectStalls || each.stallDetector()),
                        Platform::runLater,
                        new StallReports(setup.facts().stalls(), clock));
        opened.show(stage);
        connection.ifPresent(opened::open);
    }

    private void onCrash(CrashReport report) {
        if (shell.isDone()) {
            CrashReports.shownBy(shell.join()).accept(report);
        }
    }

    /// Ends what is connected, from whichever side the end comes; the second call finds nothing.
    private void close() {
        closed.countDown();
        if (!shell.isDone()) {
            return;
        }
        var ending = CompletableFuture.runAsync(shell.join()::close, Thread.ofVirtual()::start);
        try {
            ending.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("the mesh did not end as it should", failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
