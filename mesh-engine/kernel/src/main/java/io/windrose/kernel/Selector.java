package io.windrose.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Equality requirements on labels. No requirement selects everything.
public record Selector(SortedMap<String, String> matchLabels) {
    public static final Selector ALL = new Selector(new TreeMap<>());

    public Selector {
        matchLabels = Collections.unmodifiableSortedMap(new TreeMap<>(matchLabels));
    }

    public static Selector of(Map<String, String> matchLabels) {
        return new Selector(new TreeMap<>(matchLabels));
    }

    public boolean selectsAll() {
        return matchLabels.isEmpty();
    }

    public boolean matches(Labels labels) {
        return matchLabels.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.byKey().get(wanted.getKey())));
    }
}
