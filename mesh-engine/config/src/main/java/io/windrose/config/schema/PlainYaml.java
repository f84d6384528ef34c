package io.windrose.config.schema;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.Span;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes maps, lists, texts, numbers and booleans as YAML in blocks.
final class PlainYaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z.$][-A-Za-z0-9_./$]*");
    private static final Span NOWHERE = new Span(0, 0, 0, 0, 0, 0);

    private final StringBuilder text = new StringBuilder();

    private PlainYaml() {}

    static String of(Map<String, Object> document) {
        var yaml = new PlainYaml();
        yaml.members(document, "");
        return yaml.text.toString();
    }

    /// The first line begins where the text ends now, all others behind `indent`.
    private void members(Map<?, ?> map, String indent) {
        boolean first = true;
        for (var entry : map.entrySet()) {
            text.append(first ? "" : indent).append(word(entry.getKey().toString())).append(':');
            first = false;
            value(entry.getValue(), indent);
        }
    }

    private void value(Object value, String indent) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> text.append(" {}\n");
            case Map<?, ?> map -> {
                text.append('\n').append(indent).append("  ");
                members(map, indent + "  ");
            }
            case List<?> list when list.isEmpty() -> text.append(" []\n");
            case List<?> list -> {
                text.append('\n');
                list.forEach(item -> item(item, indent));
            }
            case String word -> text.append(' ').append(word(word)).append('\n');
            default -> text.append(' ').append(value).append('\n');
        }
    }

    private void item(Object item, String indent) {
        text.append(indent).append('-');
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append(' ');
            members(map, indent + "  ");
        } else {
            value(item, indent + "  ");
        }
    }

    /// In double quotes, as JSON has them, where a reader could take it for something else.
    private static String word(String word) {
        boolean plain =
                PLAIN.matcher(word).matches()
                        && new Scalar(word, true, "", NOWHERE).type() == ScalarType.TEXT;
        return plain
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
