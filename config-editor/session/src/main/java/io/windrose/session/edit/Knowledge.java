package io.windrose.session.edit;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.decode.Accepted;
import io.windrose.config.decode.Outline;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.session.edit.Completion.Kind;
import io.windrose.session.edit.Completion.Proposal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What may stand where the caret is: what the decoder asks for there when a mark stands in its
/// place, and the names that the configuration knows.
final class Knowledge {
    private final Path file;
    private final Cursor cursor;
    private final ConfigSnapshot applied;

    private Knowledge(Path file, Cursor cursor, ConfigSnapshot applied) {
        this.file = file;
        this.cursor = cursor;
        this.applied = applied;
    }

    static Knowledge at(Path file, Cursor cursor, ConfigSnapshot applied) {
        return new Knowledge(file, cursor, applied);
    }

    /// Fields of the mapping that it does not have yet.
    List<Proposal> fields() {
        return look(cursor).map(this::fields).orElse(List.of());
    }

    private List<Proposal> fields(Look look) {
        var spot = look.spot;
        if (spot.path().isEmpty()
                && ObjectHead.kindOf(look.document.root()).isEmpty()
                && ObjectHead.schemaOf(look.document.root()).isEmpty()) {
            return ObjectHead.topLevel(spot.siblings());
        }
        if (look.isOfNames()) {
            return List.of();
        }
        var root = look.document.root();
        var fields = new ArrayList<Proposal>();
        look.outline
                .fields(spot.path())
                .forEach((name, accepted) -> {
                    if (!spot.siblings().contains(name) && !name.equals(Cursor.MARK)) {
                        var path = FieldPath.child(spot.path(), name);
                        var words = FieldHelp.words(root, path);
                        fields.add(
                                new Proposal(
                                        Kind.FIELD,
                                        name,
                                        insert(name, accepted),
                                        words.map(FieldHelp::firstSentence)
                                                .orElse(accepted.describe())));
                    }
                });
        return fields;
    }

    /// Values that the field takes, and names it may refer to.
    List<Proposal> values() {
        var where = cursor.shape() == Cursor.Shape.ITEM ? cursor.asText() : cursor;
        return look(where).map(this::values).orElse(List.of());
    }

    private List<Proposal> values(Look look) {
        var path = look.spot.path();
        if (path.equals("kind") || path.equals("apiVersion")) {
            return ObjectHead.headValues(path, look.document.root());
        }
        var named =
                new Names(applied, Subsets.namespace(look.document.root()))
                        .of(FieldPath.general(path), look.spot.neighbours());
        var parent = FieldPath.of(path);
        var accepted = look.outline.fields(parent.parent()).get(parent.name());
        Stream<Proposal> words =
                accepted == null
                        ? Stream.of()
                        : (accepted.shape() == Accepted.Shape.FLAG
                                        ? Stream.of("true", "false")
                                        : accepted.words().stream())
                                .map(word -> new Proposal(Kind.VALUE, word, word, ""));
        return Stream.concat(named.stream(), words).toList();
    }

    private static String insert(String name, Accepted accepted) {
        return switch (accepted.shape()) {
            case SECTION, SECTIONS, NAMES, TEXTS, NUMBERS -> name + ":";
            default -> name + ": ";
        };
    }

    private Optional<Look> look(Cursor where) {
        return look(where.marked()).or(() -> look(where.cut()));
    }

    private Optional<Look> look(String text) {
        if (!(YamlFile.parse(file.toString(), text) instanceof Result.Ok<YamlFile>(var yaml, _))) {
            return Optional.empty();
        }
        for (var document : yaml.objects()) {
            var spot = Spot.find(document.root());
            if (spot.isPresent()) {
                var outline = EditedFile.DECODER.outline(yaml, document);
                return Optional.of(new Look(document, outline, spot.get()));
            }
        }
        return Optional.empty();
    }

    private record Look(YamlDocument document, Outline outline, Spot spot) {

        /// Whether the keys here are the user's own, such as labels.
        boolean isOfNames() {
            var up = FieldPath.of(spot.path());
            var parent = outline.fields(up.parent()).get(up.name());
            return parent != null && parent.shape() == Accepted.Shape.NAMES;
        }
    }

    /// The mark in a tree.
    ///
    /// @param path of the mapping when the mark is a key, of the value when it is one
    /// @param siblings the other keys of that mapping, or of the mapping that has the value
    /// @param neighbours the mapping that has the value
    record Spot(String path, TreeSet<String> siblings, Optional<ConfigTree.Mapping> neighbours) {

        static Optional<Spot> find(ConfigTree root) {
            return find(root, "", Optional.empty());
        }

        private static Optional<Spot> find(
                ConfigTree tree, String path, Optional<ConfigTree.Mapping> within) {
            return switch (tree) {
                case ConfigTree.Scalar scalar ->
                        scalar.text().equals(Cursor.MARK)
                                ? Optional.of(new Spot(path, keys(within), within))
                                : Optional.empty();
                case ConfigTree.Mapping mapping -> inMapping(mapping, path);
                case ConfigTree.Sequence list -> {
                    for (int i = 0; i < list.items().size(); i++) {
                        var item = list.items().get(i);
                        boolean text = item instanceof ConfigTree.Scalar;
                        var found = find(item, text ? path : path + "[" + i + "]", within);
                        if (found.isPresent()) {
                            yield found;
                        }
                    }
                    yield Optional.empty();
                }
            };
        }

        private static Optional<Spot> inMapping(ConfigTree.Mapping mapping, String path) {
            if (mapping.entry(Cursor.MARK).isPresent()) {
                return Optional.of(
                        new Spot(path, keys(Optional.of(mapping)), Optional.of(mapping)));
            }
            return mapping.entries().stream()
                    .map(entry ->
                            find(
                                    entry.value(),
                                    FieldPath.child(path, entry.key().text()),
                                    Optional.of(mapping)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private static TreeSet<String> keys(Optional<ConfigTree.Mapping> mapping) {
            var keys = new TreeSet<String>();
            mapping.ifPresent(
                    found -> found.entries().forEach(entry -> keys.add(entry.key().text())));
            keys.remove(Cursor.MARK);
            return keys;
        }
    }
}
