package io.windrose.shell;

import io.windrose.kernel.Owner;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.shell.welcome.WelcomeSource;
import io.windrose.shell.window.Opener;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/// What the window needs from the world around it.
///
/// @param fx the JavaFX thread; its fault handler is the program's
/// @param aside runs what blocks, on threads of its own
/// @param zone in which times are written
public record ShellSetup(
        Opener opener,
        WelcomeSource welcome,
        Owner fx,
        Executor aside,
        InstantSource clock,
        ZoneId zone,
        ProgramFacts facts) {}
