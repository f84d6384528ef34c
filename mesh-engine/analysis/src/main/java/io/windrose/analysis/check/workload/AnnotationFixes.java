package io.windrose.analysis.check.workload;

import io.windrose.analysis.Entries;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Node;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.Optional;

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
        var added = Entries.adding(metadata, key, annotation.name(), annotation.text());
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

    private static Optional<Mapping> around(Node owner) {
        var all = owner.get("metadata", "annotations");
        return all.exists() && all.tree() instanceof Mapping mapping
                ? Optional.of(mapping)
                : Optional.empty();
    }
}
