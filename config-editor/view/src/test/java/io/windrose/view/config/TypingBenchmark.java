package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.FolderAnalysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// What one typed letter costs in files of some lengths: prints a table, and judges nothing.
///
/// Argument: the folder of the shell's theme. Times of the JavaFX thread are CPU times, so that
/// others on the computer do not count; the check beside it is a time of the clock.
final class TypingBenchmark {
    private static final int WARM = 15;
    private static final int LETTERS = 30;
    private static final List<Integer> LENGTHS = List.of(100, 1000, 5000);

    private final Path folder;
    private final Stage stage = new Stage();
    private final CountDownLatch done;
    private ConfigViewModel model;

    /// Looked up once the file is open.
    @SuppressWarnings("NullAway.Init")
    private CodeArea area;

    private int typed;
    private double start;
    private double afterEvent;
    private double afterFrame;
    private final List<Double> event = new ArrayList<>();
    private final List<Double> frame = new ArrayList<>();
    private final List<Double> answer = new ArrayList<>();
    private final List<Double> total = new ArrayList<>();

    private TypingBenchmark(int lines, Path sheets, CountDownLatch done) throws IOException {
        this.done = done;
        folder = Files.createTempDirectory("typing");
        Files.writeString(folder.resolve("long.yaml"), text(lines));
        var state = Files.createTempDirectory("typing-state");
        var shop = new Bookshop(folder, state);
        Timer timer =
                (_, task) -> {
                    Platform.runLater(task);
                    return Timer.Cancellation.NOTHING;
                };
        var fx =
                new Owner(
                        Platform::runLater,
                        Platform::isFxApplicationThread,
                        Throwable::printStackTrace);
        model = shop.model(fx, task -> Thread.ofVirtual().start(task), timer);
        var view = new ConfigView(model);
        view.getStyleClass().add("wr-dark");
        var scene = new Scene(view, 1218, 826);
        for (var sheet : List.of("tokens.css", "theme.css")) {
            scene.getStylesheets().add(sheets.resolve(sheet).toUri().toString());
        }
        stage.setScene(scene);
        stage.show();
        model.openAt(folder.resolve("long.yaml").toString(), lines / 2, 1);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var sheets = Path.of(arguments[0]);
        Platform.startup(() -> Platform.setImplicitExit(false));
        System.out.printf(
                Locale.ROOT,
                "%7s %22s %22s %22s %22s %12s%n",
                "lines",
                "key event, ms CPU",
                "frame after it",
                "frame of the answer",
                "all on JavaFX thread",
                "check aside");
        for (int lines : LENGTHS) {
            var done = new CountDownLatch(1);
            Platform.runLater(() -> {
                try {
                    new TypingBenchmark(lines, sheets, done).begin(lines);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            if (!done.await(3, TimeUnit.MINUTES)) {
                System.out.println(lines + " lines took too long");
            }
        }
        Platform.exit();
    }

    private void begin(int lines) {
        new AnimationTimer() {
            private int phase = -20;

            @Override
            public void handle(long now) {
                if (phase < 0) {
                    if (stage.getScene().lookup("#yaml-editor") instanceof CodeArea found) {
                        area = found;
                        phase++;
                    }
                    return;
                }
                phase = step(phase);
                if (typed > WARM + LETTERS) {
                    stop();
                    print(lines);
                    stage.hide();
                    done.countDown();
                }
            }
        }.start();
    }

    /// @return the next phase: a letter is typed, its frame is drawn, its answer is waited for and
    ///   drawn
    private int step(int phase) {
        return switch (phase) {
            case 0 -> {
                type();
                yield 1;
            }
            case 1 -> {
                afterFrame = cpu();
                yield 2;
            }
            case 2, 3 ->
                    model.diagnosisProperty().get().text().equals(area.getText())
                            ? phase + 1
                            : phase;
            default -> {
                count(cpu());
                yield 0;
            }
        };
    }

    private void type() {
        area.requestFocus();
        int line = area.getCurrentParagraph();
        area.moveTo(line, area.getParagraphLength(line));
        start = cpu();
        area.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        "x",
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
        afterEvent = cpu();
    }

    private void count(double end) {
        typed++;
        if (typed > WARM) {
            event.add(afterEvent - start);
            frame.add(afterFrame - afterEvent);
            answer.add(end - afterFrame);
            total.add(end - start);
        }
    }

    private void print(int lines) {
        var text = area.getText();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = System.nanoTime();
            var draft = Draft.of(folder.resolve("long.yaml"), text(lines)).with(text);
            var texts = new TreeMap<>(Map.of(draft.file(), draft.text()));
            var asked = new CheckedFolder.Question(texts, Optional.of(draft), ConfigSnapshot.EMPTY);
            var _ = CheckedFolder.of(asked, new FolderAnalysis());
            best = Math.min(best, (System.nanoTime() - before) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "%7d %22s %22s %22s %22s %12.1f%n",
                lines,
                words(event),
                words(frame),
                words(answer),
                words(total),
                best);
    }

    private static String words(List<Double> figures) {
        var sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.1f, worst %.1f",
                sorted[sorted.length / 2],
                Arrays.stream(sorted).max().orElse(0));
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static String text(int lines) {
        var text = new StringBuilder();
        for (int i = 0; text.chars().filter(c -> c == '\n').count() < lines; i++) {
            text.append(i == 0 ? "" : "---\n");
            text.append("apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n");
            text.append("  name: service-").append(i).append("\n  namespace: shop\nspec:\n");
            text.append("  hosts:\n  - service-").append(i).append("\n  http:\n");
            for (int route = 0; route < 4; route++) {
                text.append("  - name: route-").append(route).append("\n    timeout: 2s\n");
                text.append("    route:\n    - destination:\n        host: service-").append(i);
                text.append("\n      weight: 100\n");
            }
        }
        return text.toString();
    }
}
