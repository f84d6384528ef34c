package io.windrose.config.resource;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Changes to the headers of requests and of their responses.
public record HeaderOperations(Changes request, Changes response) {
    public static final HeaderOperations NONE = new HeaderOperations(Changes.NONE, Changes.NONE);

    /// Values may hold Envoy's `%...%` operators.
    ///
    /// @param set replaces; `add` appends
    public record Changes(
            SortedMap<String, String> set, SortedMap<String, String> add, List<String> remove) {
        public static final Changes NONE = new Changes(new TreeMap<>(), new TreeMap<>(), List.of());

        public Changes {
            set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
            add = Collections.unmodifiableSortedMap(new TreeMap<>(add));
            remove = List.copyOf(remove);
        }
    }
}
