package io.windrose.analysis;

import io.windrose.config.patch.PatchBuilder;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Entries of labels and annotations, for repairs.
public final class Entries {
    private Entries() {}

    /// Adds to a mapping that may not be there yet; empty where something else stands in its place.
    public static Optional<Consumer<PatchBuilder>> adding(
            Node parent, String key, String name, String value) {
        var text = new Text(value);
        var node = parent.get(key);
        if (node.exists() && node.tree() instanceof Mapping all) {
            return all.entry(name).isPresent()
                    ? Optional.empty()
                    : Optional.of(patch -> patch.add(all, name, text));
        }
        var fields = new Fields(new LinkedHashMap<>(Map.of(name, text)));
        if (!(node.tree() instanceof Mapping)) {
            return node.exists()
                    ? Optional.empty()
                    : Optional.of(patch -> patch.replace(node.tree(), fields));
        }
        return parent.exists() && parent.tree() instanceof Mapping above
                ? Optional.of(patch -> patch.add(above, key, fields))
                : Optional.empty();
    }

    /// A repair that gives a label to an object or, with the `metadata` of its template, to Pods.
    public static Optional<Fix> label(String title, Node metadata, String name, String value) {
        return adding(metadata, "labels", name, value)
                .map(adds -> Fix.of(title, metadata.object(), adds));
    }
}
