package io.windrose.shell.panel;

import io.windrose.shell.frame.Kept;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Rows below each other that a refresh does not take focus or pointer away from.
final class RowList<T, R extends Node> extends VBox {
    private final Kept<T, R> rows;
    private List<T> shown = List.of();

    /// @param key what a row is about; unique within a list
    RowList(
            Function<? super T, ?> key,
            Supplier<? extends R> make,
            BiConsumer<? super R, ? super T> fill) {
        rows = new Kept<>(key, _ -> make.get(), fill);
    }

    void show(List<T> items) {
        if (!items.equals(shown)) {
            shown = items;
            rows.show(items, getChildren());
        }
    }
}
