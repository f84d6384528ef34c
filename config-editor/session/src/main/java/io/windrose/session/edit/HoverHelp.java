package io.windrose.session.edit;

import io.windrose.config.decode.Accepted;
import io.windrose.config.resource.Kind;
import io.windrose.config.schema.KindSchema;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a field means.
///
/// @param title the field's path, e.g. `spec.http[].timeout`
/// @param accepted what it takes, e.g. `a duration such as 5s`
/// @param words in a sentence or two; empty for fields that need none
/// @param start offset of the key in the text
/// @param end behind it
public record HoverHelp(String title, String accepted, String words, int start, int end) {

    /// @param offset of the character at which somebody points
    /// @return empty where no field stands, and while the text is not YAML
    public static Optional<HoverHelp> at(Path file, String text, int offset) {
        if (!(YamlFile.parse(file.toString(), text) instanceof Result.Ok<YamlFile>(var yaml, _))) {
            return Optional.empty();
        }
        return yaml.objects().stream()
                .flatMap(document ->
                        find(document.root(), "", offset)
                                .flatMap(key -> help(yaml, document, key))
                                .stream())
                .findFirst();
    }

    /// As [#at]; where no key stands, of the key that begins the line.
    public static Optional<HoverHelp> inLine(Path file, String text, int offset) {
        return at(file, text, offset).or(() -> at(file, text, firstWord(text, offset)));
    }

    private static int firstWord(String text, int offset) {
        int at = text.lastIndexOf('\n', offset - 1) + 1;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    private record Key(String path, Span span) {}

    private static Optional<HoverHelp> help(YamlFile yaml, YamlDocument document, Key key) {
        var kind =
                ObjectHead.kindOf(document.root())
                        .map(Kind::kindName)
                        .or(() -> ObjectHead.schemaOf(document.root()).map(KindSchema::kind));
        var path = FieldPath.of(key.path);
        var accepted =
                EditedFile.DECODER.outline(yaml, document).fields(path.parent()).get(path.name());
        var words = FieldHelp.words(document.root(), key.path);
        boolean unknown = accepted == null && words.isEmpty();
        return unknown
                ? Optional.empty()
                : Optional.of(help(key, kind, accepted, words.orElse("")));
    }

    private static HoverHelp help(
            Key key, Optional<String> kind, @Nullable Accepted accepted, String words) {
        var title = kind.map(name -> name + " ").orElse("");
        return new HoverHelp(
                title + FieldPath.general(key.path),
                accepted == null ? "" : accepted.describe(),
                words,
                key.span.start(),
                key.span.end());
    }

    private static Optional<Key> find(ConfigTree tree, String path, int offset) {
        return switch (tree) {
            case Scalar _ -> Optional.empty();
            case Sequence list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    var found = find(list.items().get(i), path + "[" + i + "]", offset);
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield Optional.empty();
            }
            case Mapping mapping -> {
                for (var entry : mapping.entries()) {
                    var inner = FieldPath.child(path, entry.key().text());
                    var span = entry.key().span();
                    if (offset >= span.start() && offset < span.end()) {
                        yield Optional.of(new Key(inner, span));
                    }
                    var found = find(entry.value(), inner, offset);
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield Optional.empty();
            }
        };
    }
}
