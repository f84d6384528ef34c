package io.windrose.session.edit;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;

/// Texts as values of YAML.
final class Quoting {
    private Quoting() {}

    /// @param text one line
    /// @return plain where kubectl reads it back as that text, also within brackets; else in double
    ///   quotes, as `123` and `true` need them
    static String of(String text) {
        return readsBack(text)
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static boolean readsBack(String text) {
        return YamlFile.parse("", "[" + text + "]") instanceof Result.Ok<YamlFile>(var yaml, _)
                && yaml.documents().size() == 1
                && yaml.documents().getFirst().root() instanceof Sequence list
                && list.items().size() == 1
                && list.items().getFirst() instanceof Scalar scalar
                && scalar.plain()
                && scalar.type() == ScalarType.TEXT
                && scalar.text().equals(text);
    }
}
