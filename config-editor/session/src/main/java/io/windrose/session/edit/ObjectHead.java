package io.windrose.session.edit;

import io.windrose.config.resource.Kind;
import io.windrose.config.schema.KindSchema;
import io.windrose.config.schema.Schemas;
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

    static Optional<KindSchema> schemaOf(ConfigTree root) {
        return root instanceof Mapping object
                ? Schemas.of(text(object, "apiVersion"), text(object, "kind"))
                : Optional.empty();
    }

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
                Head.ALL.stream()
                        .filter(head ->
                                field.equals("kind")
                                        ? version.isEmpty() || head.apiVersion.equals(version)
                                        : name.isEmpty() || head.kind.equals(name))
                        .map(head -> field.equals("kind") ? head.kind : head.apiVersion);
        return values.distinct()
                .sorted()
                .map(value -> new Proposal(Completion.Kind.VALUE, value, value, ""))
                .toList();
    }

    private static String text(Mapping object, String key) {
        return object.get(key).orElse(object) instanceof Scalar scalar
                        && !scalar.text().equals(Cursor.MARK)
                ? scalar.text()
                : "";
    }

    private record Head(String apiVersion, String kind) {

        /// Every version of every kind that is decoded or judged.
        static final List<Head> ALL =
                Stream.concat(
                                Arrays.stream(Kind.values())
                                        .map(kind -> new Head(apiVersion(kind), kind.kindName())),
                                Schemas.names().stream()
                                        .flatMap(name -> Schemas.of(name).stream())
                                        .flatMap(Head::of))
                        .distinct()
                        .toList();

        private static Stream<Head> of(KindSchema schema) {
            return schema.versions().stream()
                    .map(version -> new Head(schema.apiVersion(version), schema.kind()));
        }

        private static String apiVersion(Kind kind) {
            return kind.group().isEmpty() ? "v1" : kind.group() + "/v1";
        }
    }
}
