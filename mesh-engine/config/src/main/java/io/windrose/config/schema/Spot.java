package io.windrose.config.schema;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.Span;
import org.jspecify.annotations.Nullable;

/// A place in a document while it is judged. Its path is written out only when there is something
/// to say.
///
/// @param name of the member, or the path of what is judged; empty for an item of a list and for a
///   document
/// @param index in the list; -1 elsewhere
/// @param span where to point at when something is missing below
record Spot(@Nullable Spot parent, String name, int index, Span span) {

    static Spot root(Mapping document) {
        return new Spot(null, "", -1, document.span());
    }

    /// The value where it is one word, else the key.
    Spot member(ConfigTree.Entry entry) {
        boolean word = entry.value() instanceof Scalar scalar && !scalar.text().isEmpty();
        return new Spot(this, entry.key().text(), -1, (word ? entry.value() : entry.key()).span());
    }

    /// A member that is not there.
    Spot absent(String member) {
        return new Spot(this, member, -1, span);
    }

    Spot item(ConfigTree item, int at) {
        return new Spot(this, "", at, item.span());
    }

    String path() {
        if (parent == null) {
            return name;
        }
        var before = parent.path();
        if (index >= 0) {
            return before + "[" + index + "]";
        }
        return before.isEmpty() ? name : before + "." + name;
    }
}
