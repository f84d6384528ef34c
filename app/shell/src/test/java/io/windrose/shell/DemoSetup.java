package io.windrose.shell;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.shell.window.Opener;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.preferences.KeptPreferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javafx.application.Platform;

/// A world that stands still, around a window whose connections a test answers.
public final class DemoSetup {
    private DemoSetup() {}

    /// Everything that the window does aside is done at once.
    ///
    /// @param age of the demo's picture
    public static ShellSetup of(Opener opener, Duration age) {
        return new ShellSetup(
                opener,
                new DemoWelcome(),
                preferences(),
                new Owner(DemoSetup::onFx, Platform::isFxApplicationThread, DemoSetup::onFault),
                Runnable::run,
                (_, _) -> Timer.Cancellation.NOTHING,
                InstantSource.fixed(DemoPicture.NOW.plus(age)),
                ZoneOffset.UTC,
                new ProgramFacts("0.1.0", Path.of("state", "windrose"), "Apache License"));
    }

    /// Dots that run along edges take the processor that the test waits for.
    private static KeptPreferences preferences() {
        var preferences = KeptPreferences.open(folder(), DemoSetup::onFault);
        preferences.change(values -> values.withReducedMotion(true));
        return preferences;
    }

    private static void onFx(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    private static void onFault(Throwable fault) {
        throw new IllegalStateException(fault);
    }

    /// Among what the build makes, so that it goes with it.
    private static Path folder() {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "demo");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
