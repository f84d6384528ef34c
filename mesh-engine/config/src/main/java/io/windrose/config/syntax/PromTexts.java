package io.windrose.config.syntax;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts in an expression of Prometheus, with Go's escapes.
final class PromTexts {
    private static final String ESCAPE =
            "\\\\(?:[abfnrtv\\\\QUOTE]|[0-3][0-7]{2}|x[0-9a-fA-F]{2}"
                    + "|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"
                    + "|U(?!0000[dD][89a-fA-F])00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})";
    static final Pattern SYNTAX =
            Pattern.compile(
                    "\"(?:[^\"\\\\\\n]|"
                            + ESCAPE.replace("QUOTE", "\"")
                            + ")*+\""
                            + "|'(?:[^'\\\\\\n]|"
                            + ESCAPE.replace("QUOTE", "'")
                            + ")*+'"
                            + "|`[^`]*+`");
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?:x(..)|u(.{4})|U(.{8})|([0-7]{3})|(.))");

    private PromTexts() {}

    /// @param quoted with its quotes
    static String value(String quoted) {
        var inner = quoted.substring(1, quoted.length() - 1);
        return quoted.startsWith("`")
                ? inner
                : ESCAPED.matcher(inner)
                        .replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult escape) {
        for (int group = 1; group <= 4; group++) {
            var digits = escape.group(group);
            if (digits != null) {
                return Character.toString(Integer.parseInt(digits, group == 4 ? 8 : 16));
            }
        }
        return switch (escape.group(5)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "a" -> "\u0007";
            case "b" -> "\b";
            case "f" -> "\f";
            case "v" -> "\u000b";
            default -> escape.group(5);
        };
    }
}
