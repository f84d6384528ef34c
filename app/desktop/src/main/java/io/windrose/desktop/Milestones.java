package io.windrose.desktop;

import io.windrose.canvas.TopologyCanvas;
import io.windrose.desktop.start.StartTimes;
import io.windrose.desktop.start.StartTimes.Phase;
import io.windrose.shell.Shell;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.workspace.session.Picture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// Notices on the JavaFX thread when a start has come so far.
final class Milestones {
    private Milestones() {}

    static void watch(Shell shell, StartTimes times) {
        afterNextFrame(shell.scene(), () -> true, () -> times.reached(Phase.WINDOW));
        var phases = shell.model().phaseProperty();
        phases.subscribe(phase -> {
            if (phase instanceof io.windrose.shell.window.Phase.Live(var mesh)) {
                times.reached(Phase.CONNECTED);
                watch(mesh, shell.scene(), times);
            }
        });
    }

    private static void watch(LiveMesh mesh, Scene scene, StartTimes times) {
        mesh.pictureProperty()
                .subscribe(picture -> {
                    if (showsTraffic(picture)) {
                        afterNextFrame(
                                scene, () -> isPainted(scene), () -> times.reached(Phase.PICTURE));
                    }
                });
    }

    private static boolean showsTraffic(Picture picture) {
        return picture.graph()
                .value()
                .filter(graph ->
                        graph.edges().values().stream()
                                .anyMatch(edge -> edge.traffic().ratePerSecond() > 0))
                .isPresent();
    }

    /// True on a screen without the graph.
    private static boolean isPainted(Scene scene) {
        return !(scene.lookup("#topology-canvas") instanceof TopologyCanvas canvas)
                || canvas.isSettled();
    }

    /// The second pulse from then begins when the frame of the first one has been handed over.
    ///
    /// @param ready asked before each frame until it is true
    private static void afterNextFrame(Scene scene, BooleanSupplier ready, Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (scene.getWindow() == null || !scene.getWindow().isShowing()) {
                    return;
                }
                if (frames == 0 && !ready.getAsBoolean()) {
                    return;
                }
                frames++;
                if (frames == 2) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }
}
