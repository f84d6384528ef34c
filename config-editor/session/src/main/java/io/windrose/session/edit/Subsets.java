package io.windrose.session.edit;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.registry.ShortName;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a route may say behind `subset`.
final class Subsets {
    private Subsets() {}

    /// Of the namespace's own default where the document does not say.
    static String namespace(ConfigTree root) {
        return root instanceof Mapping object
                        && object.get("metadata").orElse(root) instanceof Mapping metadata
                        && metadata.get("namespace").orElse(root) instanceof Scalar name
                ? name.text()
                : "default";
    }

    /// The subsets that the DestinationRules of a host define.
    static SortedSet<String> of(ConfigSnapshot config, String host, String namespace) {
        var full = ShortName.complete(host, namespace);
        var subsets = new TreeSet<String>();
        config.all(DestinationRule.class).stream()
                .filter(rule ->
                        ShortName.complete(rule.host(), rule.meta().namespace()).equals(full))
                .flatMap(rule -> rule.subsets().stream())
                .forEach(subset -> subsets.add(subset.name()));
        return subsets;
    }
}
