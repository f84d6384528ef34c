package io.windrose.config.decode;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields that the decoder knows in each mapping that stands in a document.
///
/// It is what the decoder asked for while it read that document, not a list beside it; hence it
/// cannot differ from what is accepted.
///
/// @param byPath fields by the path of their mapping, as problems name it; the document's is empty
public record Outline(SortedMap<String, SortedMap<String, Accepted>> byPath) {
    public Outline {
        byPath = Collections.unmodifiableSortedMap(byPath);
    }

    /// @return empty where nothing is known of such a mapping
    public SortedMap<String, Accepted> fields(String path) {
        return byPath.getOrDefault(path, Collections.emptySortedMap());
    }

    interface Listener {
        Listener NOBODY = (_, _, _) -> {};

        /// @param path of the mapping
        void asked(String path, String name, Accepted accepted);
    }

    static final class Recording implements Listener {
        private final SortedMap<String, SortedMap<String, Accepted>> fields = new TreeMap<>();

        @Override
        public void asked(String path, String name, Accepted accepted) {
            fields.computeIfAbsent(path, _ -> new TreeMap<>()).merge(name, accepted, Accepted::and);
        }

        Outline outline() {
            return new Outline(fields);
        }
    }
}
