package io.windrose.desktop.stall;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A detector that runs for as long as somebody wants it to; confined to the JavaFX thread.
public final class StallWatch {
    private final Executor watched;
    private final Consumer<Stall> found;
    private @Nullable StallDetector detector;

    private StallWatch(Executor watched, Consumer<Stall> found) {
        this.watched = watched;
        this.found = found;
    }

    /// @param wanted followed at once and with every change
    /// @param watched as for [StallDetector#start]
    /// @return ends both
    public static Subscription follow(
            ObservableValue<Boolean> wanted, Executor watched, Consumer<Stall> found) {
        var watch = new StallWatch(watched, found);
        return wanted.subscribe(watch::turn).and(() -> watch.turn(false));
    }

    private void turn(boolean on) {
        if (on && detector == null) {
            detector = StallDetector.start(watched, StallDetector.LIMIT, found);
        } else if (!on && detector != null) {
            detector.close();
            detector = null;
        }
    }
}
