package io.windrose.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The namespaces to which a resource is visible.
///
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">`exportTo`</a>
public sealed interface ExportTo {
    record Everybody() implements ExportTo {}

    record Nobody() implements ExportTo {}

    /// @param names at least one
    record Namespaces(SortedSet<String> names) implements ExportTo {
        public Namespaces {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }

    /// @param words `*`, `.`, `~` or names; `*` wins over all others
    /// @param own the resource's own namespace
    /// @param defaults the mesh's words for when `words` is empty
    static ExportTo of(Collection<String> words, String own, List<String> defaults) {
        var effective = words.isEmpty() ? defaults : words;
        if (effective.isEmpty() || effective.contains("*")) {
            return new Everybody();
        }
        var names = new TreeSet<String>();
        for (var word : effective) {
            switch (word) {
                case "." -> names.add(own);
                case "~" -> {}
                default -> names.add(word);
            }
        }
        return names.isEmpty() ? new Nobody() : new Namespaces(names);
    }

    default boolean includes(String namespace) {
        return switch (this) {
            case Everybody() -> true;
            case Nobody() -> false;
            case Namespaces(var names) -> names.contains(namespace);
        };
    }

    /// Whether the resource is meant for its own namespace alone, or for nobody.
    default boolean isPrivate(String own) {
        return switch (this) {
            case Everybody() -> false;
            case Nobody() -> true;
            case Namespaces(var names) -> names.size() == 1 && names.contains(own);
        };
    }
}
