package io.windrose.config.edit;

import io.windrose.config.patch.Value;
import java.util.ArrayList;
import java.util.List;

/// One edit by the path of what it is about: keys and indexes, after the index of the document.
sealed interface Edit {
    List<Object> path();

    /// @param after the key before it, by the last of the mapping; empty where there is none
    record Add(List<Object> path, String after, String key, Value value) implements Edit {}

    record Rename(List<Object> path, String key, String newKey) implements Edit {}

    record RemoveKey(List<Object> path, String key) implements Edit {}

    record RemoveItem(List<Object> path, int index) implements Edit {}

    record Insert(List<Object> path, int index, Value value) implements Edit {}

    record Replace(List<Object> path, Value value) implements Edit {}

    record AddDocument(List<Object> path, Value.Fields value) implements Edit {}

    record RemoveDocument(List<Object> path) implements Edit {}

    /// The path of what is no more, empty for none.
    default List<Object> gone() {
        return switch (this) {
            case RemoveKey(var path, var key) -> below(path, key);
            case RemoveItem(var path, int index) -> below(path, index);
            case Replace(var path, _) -> path;
            case RemoveDocument(var path) -> path;
            case Add _, Rename _, Insert _, AddDocument _ -> List.of();
        };
    }

    /// Whether one of them removes what another is about.
    static boolean contradict(List<Edit> edits) {
        for (int i = 0; i < edits.size(); i++) {
            for (int j = 0; j < edits.size(); j++) {
                if (i != j && contradict(edits.get(i), edits.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contradict(Edit one, Edit other) {
        if (one instanceof Rename(var path, var key, _)) {
            boolean twice =
                    other instanceof Rename(var same, var again, _)
                            && path.equals(same)
                            && key.equals(again);
            boolean removed = other instanceof RemoveKey && other.gone().equals(below(path, key));
            return twice || removed || isBelow(path, other.gone());
        }
        return !(one instanceof AddDocument) && isBelow(one.path(), other.gone());
    }

    private static boolean isBelow(List<Object> path, List<Object> from) {
        return !from.isEmpty()
                && path.size() >= from.size()
                && path.subList(0, from.size()).equals(from);
    }

    static List<Object> below(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
