package io.windrose.shell.panel;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A place for one small node that is made anew only when what it shows has changed.
final class Slot<T> extends StackPane {
    private final Function<? super T, ? extends Node> make;
    private @Nullable T shown;

    Slot(Function<? super T, ? extends Node> make) {
        this.make = make;
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    void show(T value) {
        if (!value.equals(shown)) {
            shown = value;
            getChildren().setAll(make.apply(value));
        }
    }
}
