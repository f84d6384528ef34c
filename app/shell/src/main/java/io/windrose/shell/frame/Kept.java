package io.windrose.shell.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Nodes that stay the same ones as long as they are about the same thing, so that a refresh takes
/// neither focus nor pointer away from them.
///
/// @param <T> what a node shows
public final class Kept<T, R extends Node> {
    private final Function<? super T, ?> key;
    private final Function<? super T, ? extends R> make;
    private final BiConsumer<? super R, ? super T> fill;
    private final Map<Object, R> nodes = new HashMap<>();

    /// @param key what a node is about; unique within a list
    /// @param make called once for each key that comes
    /// @param fill called at every [#show], for new nodes too
    public Kept(
            Function<? super T, ?> key,
            Function<? super T, ? extends R> make,
            BiConsumer<? super R, ? super T> fill) {
        this.key = key;
        this.make = make;
        this.fill = fill;
    }

    /// @param place holds these nodes and no others
    public void show(List<? extends T> items, ObservableList<Node> place) {
        var next = new ArrayList<Node>();
        var keys = new HashSet<Object>();
        for (T item : items) {
            Object about = key.apply(item);
            keys.add(about);
            R node = nodes.computeIfAbsent(about, _ -> make.apply(item));
            fill.accept(node, item);
            next.add(node);
        }
        nodes.keySet().retainAll(keys);
        replace(place, next);
    }

    /// Sets children, and leaves them alone when they are the same: to be taken out and put back
    /// costs a node its focus.
    public static void replace(ObservableList<Node> place, List<? extends Node> next) {
        if (!place.equals(next)) {
            place.setAll(next);
        }
    }
}
