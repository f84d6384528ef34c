package io.windrose.workspace.welcome;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A cluster, a user or a context of a kubeconfig.
///
/// @param file that relative paths in it start from
record KubeEntry(Mapping fields, Path file) {
    static final Mapping NOTHING = new Mapping(List.of(), true, new Span(0, 0, 1, 1, 1, 1));

    /// As it may be shown: without control characters, and not endless.
    String text(String name) {
        return KubeFile.text(fields, name);
    }

    boolean has(String name) {
        return fields.get(name).isPresent();
    }

    /// Where a file that the entry names lies; empty where it names none.
    Optional<Path> path(String name) {
        return fields.get(name).orElse(fields) instanceof Scalar scalar && !scalar.text().isEmpty()
                ? KubeContexts.path(scalar.text()).map(file.toAbsolutePath()::resolveSibling)
                : Optional.empty();
    }
}
