package io.windrose.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The labels of an object, sorted by key so that equal labels print and hash alike.
public record Labels(SortedMap<String, String> byKey) {
    public static final Labels NONE = new Labels(new TreeMap<>());

    public Labels {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    public static Labels of(Map<String, String> labels) {
        return labels.isEmpty() ? NONE : new Labels(new TreeMap<>(labels));
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// `app=reviews,version=v1`, the form of kubectl.
    @Override
    public String toString() {
        return String.join(
                ",", byKey.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }
}
