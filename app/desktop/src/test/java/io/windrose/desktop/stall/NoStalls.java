package io.windrose.desktop.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

/// Watches the JavaFX thread while a test of the window runs. What takes longer than a person
/// notices is printed with the report; what takes longer than any drawing on a busy computer waits
/// for something, and fails the test.
public final class NoStalls implements BeforeEachCallback, AfterEachCallback {
    private static final Duration WAITS = Duration.ofSeconds(2);
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(NoStalls.class);

    private record Watch(StallDetector detector, List<Stall> stalls) {}

    @Override
    public void beforeEach(ExtensionContext context) {
        var stalls = new CopyOnWriteArrayList<Stall>();
        var detector =
                StallDetector.start(
                        WaitForAsyncUtils.waitForAsyncFx(30_000, Thread::currentThread),
                        Platform::runLater,
                        StallDetector.LIMIT,
                        stalls::add);
        context.getStore(NAMESPACE).put(Watch.class, new Watch(detector, stalls));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var watch = context.getStore(NAMESPACE).get(Watch.class, Watch.class);
        if (watch != null) {
            watch.detector().close();
            watch.stalls().forEach(stall -> context.publishReportEntry("stall", stall.toString()));
            assertThat(watch.stalls())
                    .allSatisfy(stall -> assertThat(stall.duration()).isLessThan(WAITS));
        }
    }
}
