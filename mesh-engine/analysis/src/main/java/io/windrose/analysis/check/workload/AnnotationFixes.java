package io.windrose.analysis.check.workload;

import io.windrose.analysis.Fix;
import io.windrose.analysis.Node;
import io.windrose.config.patch.PatchBuilder;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Repairs of annotations: each moves one, or takes it away. `owner` has them in its `metadata`.
final class AnnotationFixes {
    private AnnotationFixes() {}

    static Optional<Fix> rename(Node owner, Node annotation, Optional<String> to) {
        return to.flatMap(name ->
                around(owner)
                        .map(all ->
                                Fix.of(
                                        "Rename to " + name,
                                        annotation.object(),
                                        patch -> patch.rename(all, annotation.name(), name))));
    }

    static Optional<Fix> remove(Node owner, Node annotation) {
        return around(owner)
                .map(all ->
                        Fix.of(
                                "Remove " + annotation.name(),
                                annotation.object(),
                                patch -> patch.remove(all, annotation.name())));
    }

    /// From the metadata of a Deployment to those of its Pods.
    static Optional<Fix> moveToTemplate(Node owner, Node annotation) {
        var template = annotation.object().spec().get("template", "metadata");
        return move(owner, annotation, template, "annotations", "Move it to the Pods' template");
    }

    static Optional<Fix> toLabel(Node owner, Node annotation) {
        return move(owner, annotation, owner.get("metadata"), "labels", "Make it a label");
    }

    private static Optional<Fix> move(
            Node owner, Node annotation, Node metadata, String key, String title) {
        var added = adding(metadata, key, annotation.name(), annotation.text());
        return around(owner)
                .flatMap(all ->
                        added.map(adds ->
                                Fix.of(
                                        title,
                                        annotation.object(),
                                        patch -> {
                                            patch.remove(all, annotation.name());
                                            adds.accept(patch);
                                        })));
    }

    /// Adds to a mapping that may not be there yet; empty where something else stands in its place.
    static Optional<Consumer<PatchBuilder>> adding(
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

    private static Optional<Mapping> around(Node owner) {
        var all = owner.get("metadata", "annotations");
        return all.exists() && all.tree() instanceof Mapping mapping
                ? Optional.of(mapping)
                : Optional.empty();
    }
}
