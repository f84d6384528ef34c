package io.windrose.canvas;

import io.windrose.kernel.Owner;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.StableLayout;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/// Prints what drawing costs on the software pipeline, as medians in milliseconds: wall time, the
/// time of all threads on the processor, and the share of the JavaFX thread. Runs from the test
/// class path.
///
/// Frames are measured by reading them back as an image; what that costs for a window without
/// content stands in the table, and the last column is without it.
public final class CanvasBenchmark {
    private static final int WIDTH = 1_268;
    private static final int HEIGHT = 826;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 40;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final WritableImage image = new WritableImage(WIDTH, HEIGHT);
    private final long fx = onFx(() -> Thread.currentThread().threadId());
    private double reading;

    private CanvasBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        Platform.startup(CanvasGallery::fonts);
        try {
            run(new PrintStream(OutputStream.nullOutputStream())); // until all of it is compiled
            run(System.out);
        } finally {
            Platform.exit();
        }
    }

    private static void run(PrintStream out) {
        var benchmark = new CanvasBenchmark(out);
        try {
            benchmark.measure();
        } finally {
            benchmark.background.shutdown();
        }
    }

    private void measure() {
        out.printf(
                "%-34s %8s %8s %8s %8s%n",
                "what (ms, median of " + ROUNDS + ")", "wall", "cpu", "JavaFX", "frame");
        var blank = onFx(() -> new Scene(new StackPane(), WIDTH, HEIGHT));
        reading = frame("window without content", () -> read(blank));
        for (int nodes : new int[] {100, 500, 1_000}) {
            measure(nodes + " nodes: ", MeshSample.any(nodes, 7));
        }
    }

    private void measure(String what, TopologySnapshot graph) {
        var layout = StableLayout.arrange(graph);
        var other = MeshSample.story();
        var otherLayout = StableLayout.arrange(other);
        var model =
                onFx(() ->
                        new TopologyViewModel(
                                new Owner(
                                        Platform::runLater,
                                        Platform::isFxApplicationThread,
                                        Throwable::printStackTrace),
                                background));
        var canvas = onFx(() -> new TopologyCanvas(model, new SimpleObjectProperty<>(Theme.DARK)));
        var scene =
                onFx(() -> {
                    canvas.reducedMotionProperty().set(true);
                    return new Scene(new StackPane(canvas), WIDTH, HEIGHT);
                });
        news(
                what + "another graph",
                () -> show(model, canvas, other, otherLayout),
                () -> show(model, canvas, graph, layout));
        news(what + "the next figures", () -> {}, () -> show(model, canvas, graph, layout));
        onFx(() -> {
            model.fit();
            read(scene);
        });
        repaint(what + "repaint, fitted", model);
        onFx(() -> {
            model.zoomActual();
            model.lookAt(new Point(900, 700));
        });
        step(canvas::layout);
        onFx(() -> read(scene));
        repaint(what + "repaint at 100 %", model);
        frame(
                what + "moved raster",
                () -> {
                    model.pan(1, 1);
                    read(scene);
                });
        frame(what + "still frame", () -> read(scene));
        onFx(canvas::end);
    }

    /// Until it is painted, by the steps that a pulse would take.
    private void show(
            TopologyViewModel model, TopologyCanvas canvas, TopologySnapshot graph, Layout layout) {
        step(() -> model.show(graph, layout));
        step(canvas::layout);
        step(canvas::layout);
    }

    /// On the JavaFX thread, and then what that asked for.
    private void step(Runnable task) {
        onFx(task);
        CompletableFuture.runAsync(() -> {}, background).join();
        onFx(() -> {});
    }

    private void read(Scene scene) {
        var _ = scene.snapshot(image);
    }

    /// Into a canvas of its own, painted and rendered to its last pixel.
    private void repaint(String what, TopologyViewModel model) {
        var camera = model.cameraProperty().get();
        var drawn = Drawn.of(model.shownProperty().get(), model.lookProperty().get());
        var canvas = new Canvas(WIDTH, HEIGHT);
        var parameters = new SnapshotParameters();
        frame(
                what,
                () -> {
                    new CanvasPainter(canvas.getGraphicsContext2D(), Theme.DARK)
                            .paint(drawn.picture(), camera, WIDTH, HEIGHT, 1);
                    var _ = canvas.snapshot(parameters, image);
                });
    }

    /// Something new to show, begun on this thread.
    private void news(String what, Runnable before, Runnable task) {
        double[] spent = median(before, task);
        out.printf(Locale.ROOT, "%-34s %8.1f %8.1f %8.1f%n", what, spent[0], spent[1], spent[2]);
    }

    /// @return milliseconds of all threads
    private double frame(String what, Runnable task) {
        double[] spent = median(() -> {}, () -> onFx(task));
        out.printf(
                Locale.ROOT,
                "%-34s %8.1f %8.1f %8.1f %8.1f%n",
                what,
                spent[0],
                spent[1],
                spent[2],
                spent[1] - reading);
        return spent[1];
    }

    /// @return milliseconds of the clock, of all threads, and of the JavaFX thread
    private double[] median(Runnable before, Runnable task) {
        var samples = new double[3][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            before.run();
            long wall = System.nanoTime();
            long cpu = cpuNanos();
            long javaFx = THREADS.getThreadCpuTime(fx);
            task.run();
            if (round >= 0) {
                samples[0][round] = (System.nanoTime() - wall) / 1e6;
                samples[1][round] = (cpuNanos() - cpu) / 1e6;
                samples[2][round] = (THREADS.getThreadCpuTime(fx) - javaFx) / 1e6;
            }
        }
        return Arrays.stream(samples)
                .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }

    private static long cpuNanos() {
        return Arrays.stream(THREADS.getAllThreadIds())
                .map(THREADS::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }

    private static void onFx(Runnable task) {
        onFx(() -> {
            task.run();
            return task;
        });
    }

    private static <T> T onFx(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, Platform::runLater).join();
    }
}
