package io.windrose.shell.canary;

import io.windrose.kernel.Owner;
import io.windrose.session.EditedFolder;
import io.windrose.session.ShiftableRoute;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.panel.VersionColours;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/// What the shifts of one connection share.
///
/// @param fx the JavaFX thread
/// @param blocking for what waits for the disk: virtual threads in the program
/// @param zone in which times are written
/// @param rails what a guard begins with
/// @param tell says what was done by itself, on whatever screen the person is
public record Surroundings(
        LiveMesh mesh,
        Owner fx,
        Executor blocking,
        InstantSource clock,
        ZoneId zone,
        UsualRails rails,
        Consumer<Notice> tell) {

    Colours colours(ShiftableRoute route) {
        return new Colours(versions().getValue(), route);
    }

    /// Those of the whole mesh.
    ObservableValue<VersionColours> versions() {
        return mesh.pictureProperty().map(picture -> VersionColours.of(picture.versions().graph()));
    }

    EditedFolder files() {
        return mesh.session().files();
    }

    /// Does `work` off the JavaFX thread, and `then` on it.
    <T> void away(Supplier<T> work, Consumer<? super T> then) {
        fx.await(CompletableFuture.supplyAsync(work, blocking), then);
    }
}
