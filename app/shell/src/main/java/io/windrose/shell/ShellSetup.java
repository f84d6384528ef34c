package io.windrose.shell;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.shell.welcome.WelcomeSource;
import io.windrose.shell.window.Opener;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.session.Workspace;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// What the window needs from the world around it.
///
/// @param fx the JavaFX thread; its fault handler is the program's
/// @param aside runs what blocks, on threads of its own
/// @param timer runs its tasks on `fx`
/// @param zone in which times are written
public record ShellSetup(
        Opener opener,
        WelcomeSource welcome,
        KeptPreferences preferences,
        Owner fx,
        Executor aside,
        Timer timer,
        InstantSource clock,
        ZoneId zone,
        ProgramFacts facts) {

    private static final ThreadFactory TIMER = Thread.ofPlatform().daemon().name("timer").factory();

    /// The program's own.
    public static ShellSetup ofThisComputer(
            Workspace workspace, KeptPreferences preferences, Owner fx, ProgramFacts facts) {
        var clock = InstantSource.system();
        var zone = ZoneId.systemDefault();
        return new ShellSetup(
                workspace::open,
                new ThisComputer(preferences, clock, zone),
                preferences,
                fx,
                ShellSetup::startAside,
                Timer.of(fx, Executors.newSingleThreadScheduledExecutor(TIMER)),
                clock,
                zone,
                facts);
    }

    public ShellSetup with(Opener other) {
        return new ShellSetup(other, welcome, preferences, fx, aside, timer, clock, zone, facts);
    }

    public ShellSetup with(WelcomeSource other) {
        return new ShellSetup(opener, other, preferences, fx, aside, timer, clock, zone, facts);
    }

    private static void startAside(Runnable task) {
        var _ = Thread.ofVirtual().name("aside").start(task);
    }
}
