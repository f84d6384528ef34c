package io.windrose.desktop.stall;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A detector that runs for as long as somebody wants it to; confined to the thread that it
/// watches, JavaFX's.
public final class StallWatch {
    private final Executor tasks;
    private final Consumer<Stall> found;
    private @Nullable StallDetector detector;

    private StallWatch(Executor tasks, Consumer<Stall> found) {
        this.tasks = tasks;
        this.found = found;
    }

    /// @param wanted followed at once and with every change
    /// @param tasks as for [StallDetector#start]
    /// @return ends both
    public static Subscription follow(
            ObservableValue<Boolean> wanted, Executor tasks, Consumer<Stall> found) {
        var watch = new StallWatch(tasks, found);
        return wanted.subscribe(watch::turn).and(() -> watch.turn(false));
    }

    private void turn(boolean on) {
        if (on && detector == null) {
            detector =
                    StallDetector.start(Thread.currentThread(), tasks, StallDetector.LIMIT, found);
        } else if (!on && detector != null) {
            detector.close();
            detector = null;
        }
    }
}
