package io.windrose.desktop;

import io.windrose.desktop.start.StartTimes;
import io.windrose.desktop.start.StartTimes.Phase;
import io.windrose.shell.Shell;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.workspace.session.Picture;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// Notices on the JavaFX thread when a start has come so far.
final class Milestones {
    private Milestones() {}

    static void watch(Shell shell, StartTimes times) {
        afterNextFrame(shell.scene(), () -> times.reached(Phase.WINDOW));
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
                        afterNextFrame(scene, () -> times.reached(Phase.PICTURE));
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

    /// The second pulse from now begins when the frame of the first one has been handed over.
    private static void afterNextFrame(Scene scene, Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (scene.getWindow() == null || !scene.getWindow().isShowing()) {
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
