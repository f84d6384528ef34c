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
public record KubeEntry(Mapping fields, Path file) {
    static final Mapping NOTHING = new Mapping(List.of(), true, new Span(0, 0, 1, 1, 1, 1));

    /// As it may be shown: without control characters, and not endless.
    String text(String name) {
        return KubeFile.text(fields, name);
    }

    boolean has(String name) {
        return fields.get(name).isPresent();
    }

    /// As it stands there; empty where it does not. May be a secret.
    public String secret(String name) {
        return fields.get(name).orElse(fields) instanceof Scalar scalar ? scalar.text() : "";
    }

    /// Where a file that the entry names lies; empty where it names none.
    public Optional<Path> path(String name) {
        var text = secret(name);
        return text.isEmpty()
                ? Optional.empty()
                : KubeContexts.path(text).map(file.toAbsolutePath()::resolveSibling);
    }
}
