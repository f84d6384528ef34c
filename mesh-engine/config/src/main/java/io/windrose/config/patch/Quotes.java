package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.Span;
import java.util.regex.Pattern;

/// How text is written as a scalar.
final class Quotes {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.][-A-Za-z0-9_/.]*");
    private static final Span NOWHERE = new Span(0, 0, 0, 0, 0, 0);

    private Quotes() {}

    /// Without quotes where every reader of YAML sees the same text.
    static String whereNeeded(String text) {
        boolean plain =
                PLAIN.matcher(text).matches()
                        && new Scalar(text, true, "", NOWHERE).type() == ScalarType.TEXT;
        return plain ? text : quoted(text);
    }

    /// In double quotes, in the form that JSON and YAML share.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : "" + c);
            }
        }
        return quoted.append('"').toString();
    }
}
