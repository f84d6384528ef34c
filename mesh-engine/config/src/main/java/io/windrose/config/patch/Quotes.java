package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.Span;
import java.util.regex.Pattern;

/// How text is written as a scalar.
final class Quotes {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.][-A-Za-z0-9_/.]*");
    private static final Pattern IN_SINGLE_QUOTES = Pattern.compile("[ -&(-~]*");
    static final Span NOWHERE = new Span(0, 0, 0, 0, 0, 0);

    /// Ends a document.
    private static final String DOTS = "...";

    private Quotes() {}

    /// Without quotes where every reader of YAML sees the same text.
    static String whereNeeded(String text) {
        boolean plain =
                PLAIN.matcher(text).matches()
                        && !text.equals(DOTS)
                        && new Scalar(text, true, "", NOWHERE).type() == ScalarType.TEXT;
        return plain ? text : quoted(text);
    }

    /// In the quotes that stood around another text.
    ///
    /// @param written the other text as the file has it
    static String like(String written, String text) {
        if (written.startsWith("'") && IN_SINGLE_QUOTES.matcher(text).matches()) {
            return "'" + text + "'";
        }
        return written.startsWith("\"") || written.startsWith("'")
                ? quoted(text)
                : whereNeeded(text);
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
                default -> quoted.append(isPrinted(c) ? "" + c : "\\u%04x".formatted((int) c));
            }
        }
        return quoted.append('"').toString();
    }

    /// Not among the characters that YAML forbids, or that some reader takes for a line break.
    private static boolean isPrinted(char c) {
        boolean control = c < ' ' || (c >= '\u007f' && c <= '\u00a0');
        return !control && c != '\u2028' && c != '\u2029' && c != '\ufeff' && c < '\ufffe';
    }
}
