package io.windrose.analysis.check.routing;

import io.windrose.analysis.Fix;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The smallest edits that several checks offer.
final class Edits {

    private Edits() {}

    /// Another text in place of a single value.
    static Fix change(Node node, String to) {
        return Fix.of(
                "Change to " + to,
                node.object(),
                patch -> patch.set(node.tree(), new Value.Text(to)));
    }

    static Fix change(Node node, int to) {
        return Fix.of(
                "Change to " + to,
                node.object(),
                patch -> patch.set(node.tree(), new Value.Whole(to)));
    }

    /// The accepted text that is written most alike; empty where none is similar.
    static Optional<Fix> nearest(Node node, Collection<String> accepted) {
        return Spelling.nearest(node.text(), accepted).map(to -> change(node, to));
    }

    /// @param item of `list`
    static Fix remove(String title, Node list, Node item) {
        return Fix.of(
                title, list.object(), patch -> patch.remove((Sequence) list.tree(), item.index()));
    }

    /// @param key that `mapping` has
    static Fix remove(String title, Node mapping, String key) {
        return Fix.of(
                title, mapping.object(), patch -> patch.remove((Mapping) mapping.tree(), key));
    }

    /// @param mapping must be one; the key has nothing or `null`
    static Fix add(String title, Node mapping, String key, Value value) {
        return Fix.of(
                title,
                mapping.object(),
                patch -> {
                    if (mapping.tree() instanceof Mapping there) {
                        there.get(key)
                                .ifPresentOrElse(
                                        old -> patch.replace(old, value),
                                        () -> patch.add(there, key, value));
                    }
                });
    }

    /// Adds an item to the list `key`, or that list to `mapping`.
    static Fix append(String title, Node mapping, String key, Value item) {
        return mapping.get(key).tree() instanceof Sequence list
                ? Fix.of(title, mapping.object(), patch -> patch.append(list, item))
                : add(title, mapping, key, new Value.Items(List.of(item)));
    }

    static Value.Fields field(String key, Value value) {
        return fields(Map.entry(key, value));
    }

    @SafeVarargs
    static Value.Fields fields(Map.Entry<String, ? extends Value>... entries) {
        var fields = new LinkedHashMap<String, Value>();
        for (var entry : entries) {
            fields.put(entry.getKey(), entry.getValue());
        }
        return new Value.Fields(fields);
    }

    static Map.Entry<String, Value> entry(String key, String text) {
        return Map.entry(key, new Value.Text(text));
    }
}
