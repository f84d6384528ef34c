package io.windrose.config.edit;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trees as JSON, in lines of their own or all in one.
record Json(boolean lines) {

    String write(ConfigTree tree) {
        return write(tree, 1);
    }

    private String write(ConfigTree tree, int depth) {
        return switch (tree) {
            case Scalar scalar -> word(scalar);
            case Sequence list ->
                    joined(
                            "[",
                            list.items().stream().map(one -> write(one, depth + 1)),
                            "]",
                            depth);
            case Mapping mapping ->
                    joined(
                            "{",
                            mapping.entries().stream()
                                    .map(one ->
                                            quoted(one.key().text())
                                                    + (lines ? ": " : ":")
                                                    + write(one.value(), depth + 1)),
                            "}",
                            depth);
        };
    }

    private String joined(String open, Stream<String> parts, String close, int depth) {
        List<String> all = parts.toList();
        if (all.isEmpty() || !lines) {
            return open + String.join(",", all) + close;
        }
        var line = "\n" + "  ".repeat(depth);
        return all.stream().collect(Collectors.joining("," + line, open + line, ""))
                + "\n"
                + "  ".repeat(depth - 1)
                + close;
    }

    private static String word(Scalar scalar) {
        boolean number = scalar.text().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
        return switch (scalar.type()) {
            case NULL -> "null";
            case BOOLEAN -> Boolean.toString(ScalarType.truth(scalar.text()));
            case INTEGER, DECIMAL -> number ? scalar.text() : quoted(scalar.text());
            case TEXT -> quoted(scalar.text());
        };
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c ->
                        c < ' ' || c == '"' || c == '\\' || c > '~'
                                ? "\\u%04x".formatted(c)
                                : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
