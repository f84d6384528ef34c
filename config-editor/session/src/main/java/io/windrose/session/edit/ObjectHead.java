package io.windrose.session.edit;

import io.windrose.config.resource.Kind;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.session.edit.Completion.Proposal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands at the head of every object.
final class ObjectHead {
    private static final List<String> HEAD = List.of("apiVersion", "kind", "metadata", "spec");

    private ObjectHead() {}

    static Optional<Kind> kindOf(ConfigTree root) {
        return root instanceof Mapping object
                ? Kind.of(text(object, "apiVersion"), text(object, "kind"))
                : Optional.empty();
    }

    /// For a document that does not say yet what it is.
    static List<Proposal> topLevel(Collection<String> present) {
        return HEAD.stream()
                .filter(name -> !present.contains(name))
                .map(name ->
                        new Proposal(
                                Completion.Kind.FIELD,
                                name,
                                name
                                        + (name.equals("metadata") || name.equals("spec")
                                                ? ":"
                                                : ": "),
                                FieldHelp.words(Optional.empty(), name).orElse("")))
                .toList();
    }

    /// @param field `kind` or `apiVersion`; of the two, the one that stands there narrows the other
    static List<Proposal> headValues(String field, ConfigTree root) {
        var version = root instanceof Mapping object ? text(object, "apiVersion") : "";
        var name = root instanceof Mapping object ? text(object, "kind") : "";
        Stream<String> values =
                field.equals("kind")
                        ? Arrays.stream(Kind.values())
                                .filter(kind ->
                                        version.isEmpty()
                                                || Kind.of(version, kind.kindName()).isPresent())
                                .map(Kind::kindName)
                        : Arrays.stream(Kind.values())
                                .filter(kind -> name.isEmpty() || kind.kindName().equals(name))
                                .map(ObjectHead::apiVersion);
        return values.distinct()
                .sorted()
                .map(value -> new Proposal(Completion.Kind.VALUE, value, value, ""))
                .toList();
    }

    static String apiVersion(Kind kind) {
        return kind.group().isEmpty() ? "v1" : kind.group() + "/v1";
    }

    private static String text(Mapping object, String key) {
        return object.get(key).orElse(object) instanceof Scalar scalar
                        && !scalar.text().equals(Cursor.MARK)
                ? scalar.text()
                : "";
    }
}
