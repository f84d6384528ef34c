package io.windrose.shell.canary;

import io.windrose.kernel.Owner;
import io.windrose.session.EditedFolder;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the shifts of one connection share.
///
/// @param fx the JavaFX thread
/// @param blocking for what waits for the disk: virtual threads in the program
/// @param zone in which times are written
/// @param tell says what was done by itself, on whatever screen the person is
public record Surroundings(
        LiveMesh mesh,
        Owner fx,
        Executor blocking,
        InstantSource clock,
        ZoneId zone,
        Consumer<Notice> tell) {

    EditedFolder files() {
        return mesh.session().files();
    }

    /// Does `work` off the JavaFX thread, and `then` on it.
    <T> void away(Supplier<T> work, Consumer<? super T> then) {
        fx.await(CompletableFuture.supplyAsync(work, blocking), then);
    }
}
