package io.windrose.shell;

import io.windrose.kernel.Owner;
import io.windrose.shell.about.ProgramFacts;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.window.Phase;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// Starts the window on a real sandbox and writes a picture of its first graph with traffic.
final class SandboxPicture {
    private SandboxPicture() {}

    /// @param arguments a folder for the state and the file to write
    public static void main(String[] arguments) throws InterruptedException {
        var state = Path.of(arguments[0]);
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            var fx =
                    new Owner(
                            Platform::runLater,
                            Platform::isFxApplicationThread,
                            fault -> {
                                throw new IllegalStateException(fault);
                            });
            var shell =
                    new Shell(
                            ShellSetup.ofThisComputer(
                                    new Workspace(state, InstantSource.system(), _ -> {}),
                                    KeptPreferences.open(state, _ -> {}),
                                    fx,
                                    new ProgramFacts("0.1.0", state, "")));
            shell.show(new Stage());
            shell.open(Connection.Sandbox.DEFAULT);
            shell.model()
                    .phaseProperty()
                    .subscribe(phase -> {
                        if (phase instanceof Phase.Live(var mesh)) {
                            var _ = watch(shell, mesh, Path.of(arguments[1]), done);
                        }
                    });
        });
        done.await();
        Platform.exit();
    }

    private static Subscription watch(Shell shell, LiveMesh mesh, Path file, CountDownLatch done) {
        return mesh.pictureProperty()
                .subscribe(picture -> {
                    boolean flows =
                            picture.history().size() > 3
                                    && picture.graph()
                                            .value()
                                            .filter(g -> !g.edges().isEmpty())
                                            .isPresent();
                    if (flows && done.getCount() > 0) {
                        Platform.runLater(() -> {
                            Pictures.write(shell.scene().snapshot(null), file);
                            Thread.ofVirtual()
                                    .start(() -> {
                                        shell.close();
                                        done.countDown();
                                    });
                        });
                    }
                });
    }
}
