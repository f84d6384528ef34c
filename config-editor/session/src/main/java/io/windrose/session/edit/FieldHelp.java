package io.windrose.session.edit;

import io.windrose.config.resource.Kind;
import io.windrose.config.tree.ConfigTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the most used fields mean, in words of this project.
///
/// The resource has a line for each field, `Kind path = words`, where `*` is every kind and a path
/// that begins with `**.` fits wherever it ends a path.
final class FieldHelp {
    private static final String RESOURCE = "field-help.txt";
    private static final Map<String, String> WORDS = read();

    private FieldHelp() {}

    /// @param path as problems name it
    static Optional<String> words(Optional<Kind> kind, String path) {
        var general = FieldPath.general(path);
        var name = kind.map(Kind::kindName).orElse("*");
        return Optional.ofNullable(WORDS.get(name + " " + general))
                .or(() -> Optional.ofNullable(WORDS.get("* " + general)))
                .or(() -> ending(name, general));
    }

    /// As [#words]; for all other fields what the schema of the document's kind says.
    static Optional<String> words(ConfigTree root, String path) {
        return words(ObjectHead.kindOf(root), path)
                .or(() ->
                        ObjectHead.schemaOf(root)
                                .flatMap(schema -> schema.field(path))
                                .map(field -> field.help().sentences())
                                .filter(sentences -> !sentences.isEmpty()));
    }

    static String firstSentence(String words) {
        int end = words.indexOf(". ");
        return end < 0 ? words.replaceAll("\\.$", "") : words.substring(0, end);
    }

    private static Optional<String> ending(String kind, String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            var tail = "**" + path.substring(dot);
            var found = WORDS.getOrDefault(kind + " " + tail, WORDS.getOrDefault("* " + tail, ""));
            if (!found.isEmpty()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> read() {
        try (InputStream input = FieldHelp.class.getResourceAsStream(RESOURCE)) {
            if (input == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
