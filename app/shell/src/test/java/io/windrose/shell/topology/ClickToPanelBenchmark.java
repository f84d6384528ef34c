package io.windrose.shell.topology;

import io.windrose.canvas.Selection;
import io.windrose.kernel.Owner;
import io.windrose.shell.panel.Phase;
import io.windrose.shell.theme.Fonts;
import io.windrose.shell.theme.Look;
import io.windrose.topology.Node;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.story.Subject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Prints how long it takes from a choice in the graph until the panel is laid out with its story.
public final class ClickToPanelBenchmark {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 100;

    private ClickToPanelBenchmark() {}

    /// @param wall from the choice to the laid out panel
    /// @param cpu of the JavaFX thread in that time, which a busy machine does not lengthen
    private record Choice(Duration wall, Duration cpu) {}

    public static void main(String[] args) throws InterruptedException {
        var done = new CountDownLatch(1);
        var took = Collections.synchronizedList(new ArrayList<Choice>());
        Platform.startup(() -> new Run(took, done).start());
        done.await();
        Platform.exit();
        var warm = took.subList(WARM_UP, took.size());
        print("wall time", took.getFirst().wall(), warm.stream().map(Choice::wall).toList());
        print("CPU time", took.getFirst().cpu(), warm.stream().map(Choice::cpu).toList());
    }

    private static void print(String what, Duration first, List<Duration> warm) {
        var sorted = warm.stream().sorted().toList();
        System.out.printf(
                "click to panel, %s: first %.0f ms, median %.1f ms, p95 %.1f ms, most %.1f ms%n",
                what,
                millis(first),
                millis(sorted.get(sorted.size() / 2)),
                millis(sorted.get(sorted.size() * 95 / 100)),
                millis(sorted.getLast()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    /// One choice after another, each begun when the one before is on screen.
    private static final class Run {
        private final List<Choice> took;
        private final CountDownLatch done;
        private final List<Node> nodes =
                List.copyOf(DemoPicture.picture().graph().value().orElseThrow().nodes().keySet());
        private final DemoScreen demo =
                new DemoScreen(
                        new Owner(
                                Platform::runLater,
                                Platform::isFxApplicationThread,
                                fault -> {
                                    throw new IllegalStateException(fault);
                                }),
                        task -> Thread.ofVirtual().start(task));
        private final TopologyScreen screen =
                new TopologyScreen(demo.model, new SimpleObjectProperty<>(Theme.DARK));
        private long begun;
        private long begunCpu;

        Run(List<Choice> took, CountDownLatch done) {
            this.took = took;
            this.done = done;
        }

        void start() {
            Fonts.load();
            var scene = new Scene(screen, 1268, 826);
            Look.apply(scene, Theme.DARK);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            demo.model.panel().phaseProperty().subscribe((_, phase) -> onPhase(phase));
            choose();
        }

        private void choose() {
            begun = System.nanoTime();
            begunCpu = cpu();
            var node = nodes.get(took.size() % nodes.size());
            demo.model.canvas().select(new Selection.OfNode(node));
        }

        private static long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private void onPhase(Phase phase) {
            var wanted = new Subject.OfNode(nodes.get(took.size() % nodes.size()));
            if (phase instanceof Phase.Telling told && told.story().subject().equals(wanted)) {
                screen.applyCss();
                screen.layout();
                took.add(
                        new Choice(
                                Duration.ofNanos(System.nanoTime() - begun),
                                Duration.ofNanos(cpu() - begunCpu)));
                if (took.size() < WARM_UP + ROUNDS) {
                    Platform.runLater(this::choose);
                } else {
                    done.countDown();
                }
            }
        }
    }
}
