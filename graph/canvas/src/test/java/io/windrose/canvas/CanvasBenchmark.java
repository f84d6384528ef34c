package io.windrose.canvas;

import io.windrose.kernel.Owner;
import io.windrose.topology.display.Look;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.StableLayout;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/// Prints what drawing costs on the software pipeline, as medians in milliseconds: wall time, and
/// the time of all threads on the processor. Runs from the test class path.
public final class CanvasBenchmark {
    private static final int WIDTH = 1_268;
    private static final int HEIGHT = 826;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 8;

    private CanvasBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                CanvasGallery.fonts();
                measure(System.out);
            } finally {
                done.countDown();
                Platform.exit();
            }
        });
        done.await();
    }

    private static void measure(PrintStream out) {
        out.printf("%-34s %8s %8s%n", "what (ms, median of " + ROUNDS + ")", "wall", "cpu");
        for (int nodes : new int[] {100, 500, 1_000}) {
            var graph = MeshSample.any(nodes, 7);
            var layout = StableLayout.arrange(graph);
            var model = new TopologyViewModel(Owner.direct(), Runnable::run);
            var canvas = new TopologyCanvas(model, new SimpleObjectProperty<>(Theme.DARK));
            canvas.reducedMotionProperty().set(true);
            var scene = new Scene(new StackPane(canvas), WIDTH, HEIGHT);
            var empty = new WritableImage(WIDTH, HEIGHT);
            print(
                    out,
                    nodes + " nodes: routes, picture, index",
                    () -> {
                        model.show(MeshSample.story(), StableLayout.arrange(MeshSample.story()));
                        model.show(graph, layout);
                        var _ = Drawn.of(model.shownProperty().get(), Look.SCREEN);
                    });
            var _ = scene.snapshot(empty);
            model.fit();
            repaint(out, nodes + " nodes: repaint, fitted", model);
            model.zoomActual();
            model.lookAt(new Point(900, 700));
            repaint(out, nodes + " nodes: repaint at 100 %", model);
            var _ = scene.snapshot(empty);
            print(
                    out,
                    nodes + " nodes: moved raster",
                    () -> {
                        model.pan(1, 1);
                        var _ = scene.snapshot(empty);
                    });
            print(
                    out,
                    nodes + " nodes: still frame (baseline)",
                    () -> {
                        var _ = scene.snapshot(empty);
                    });
            canvas.end();
        }
    }

    /// Into a canvas of its own, painted and rendered to its last pixel.
    private static void repaint(PrintStream out, String what, TopologyViewModel model) {
        var camera = model.cameraProperty().get();
        var drawn = Drawn.of(model.shownProperty().get(), model.lookProperty().get());
        var canvas = new Canvas(WIDTH, HEIGHT);
        var image = new WritableImage(WIDTH, HEIGHT);
        var parameters = new SnapshotParameters();
        print(
                out,
                what,
                () -> {
                    new CanvasPainter(canvas.getGraphicsContext2D(), Theme.DARK)
                            .paint(drawn.picture(), camera, WIDTH, HEIGHT, 1);
                    var _ = canvas.snapshot(parameters, image);
                });
    }

    private static void print(PrintStream out, String what, Runnable frame) {
        var wall = new double[ROUNDS];
        var cpu = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long cpuBefore = cpuNanos();
            long before = System.nanoTime();
            frame.run();
            if (round >= 0) {
                wall[round] = (System.nanoTime() - before) / 1e6;
                cpu[round] = (cpuNanos() - cpuBefore) / 1e6;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        out.printf(Locale.ROOT, "%-34s %8.1f %8.1f%n", what, wall[ROUNDS / 2], cpu[ROUNDS / 2]);
    }

    private static long cpuNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            sum += Math.max(0, threads.getThreadCpuTime(id));
        }
        return sum;
    }
}
