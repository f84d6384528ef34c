package io.windrose.shell.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Rows that stay the same nodes as long as they are about the same thing, so that a refresh takes
/// neither focus nor pointer away from them.
final class RowList<T, R extends Node> extends VBox {
    private final Function<? super T, ?> key;
    private final Supplier<? extends R> make;
    private final BiConsumer<? super R, ? super T> fill;
    private final Map<Object, R> rows = new HashMap<>();
    private List<T> shown = List.of();

    /// @param key what a row is about; unique within a list
    RowList(
            Function<? super T, ?> key,
            Supplier<? extends R> make,
            BiConsumer<? super R, ? super T> fill) {
        this.key = key;
        this.make = make;
        this.fill = fill;
    }

    void show(List<T> items) {
        if (items.equals(shown)) {
            return;
        }
        shown = items;
        var next = new ArrayList<Node>();
        var keys = new HashSet<Object>();
        for (T item : items) {
            Object about = key.apply(item);
            keys.add(about);
            R row = rows.computeIfAbsent(about, _ -> make.get());
            fill.accept(row, item);
            next.add(row);
        }
        rows.keySet().retainAll(keys);
        if (!getChildren().equals(next)) {
            getChildren().setAll(next);
        }
    }
}
