package io.windrose.config.syntax;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ScalarType;

/// What is said of a value that is of another type than its field.
public final class Mismatch {
    private Mismatch() {}

    /// @param wanted as in `a list`
    public static String sentence(String wanted, ConfigTree found) {
        var quoted =
                found instanceof Scalar scalar
                                && scalar.type() != ScalarType.TEXT
                                && scalar.type() != ScalarType.NULL
                                && wanted.equals("text")
                        ? "; put it in quotes"
                        : "";
        var value =
                found instanceof Scalar scalar && !scalar.text().isEmpty()
                        ? " `" + Spelling.shortened(scalar.text()) + "`"
                        : "";
        return "This must be %s, not %s%s%s.".formatted(wanted, found.describe(), value, quoted);
    }
}
