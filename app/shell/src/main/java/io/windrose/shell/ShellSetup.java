package io.windrose.shell;

import io.windrose.kernel.Owner;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.shell.window.Opener;
import java.time.InstantSource;
import java.time.ZoneId;

/// What the window needs from the world around it.
///
/// @param fx the JavaFX thread; its fault handler is the program's
/// @param zone in which times are written
public record ShellSetup(
        Opener opener, Owner fx, InstantSource clock, ZoneId zone, ProgramFacts facts) {}
