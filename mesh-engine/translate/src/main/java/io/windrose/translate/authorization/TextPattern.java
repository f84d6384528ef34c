package io.windrose.translate.authorization;

import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Istio's simple patterns: `abc`, `abc*`, `*abc`, and `*` for any text but the empty.
final class TextPattern {
    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private TextPattern() {}

    static StringMatcher matcher(String pattern) {
        return matcher("", pattern);
    }

    /// @param prefix stands in front of what the pattern matches, but for a lone `*`
    static StringMatcher matcher(String prefix, String pattern) {
        if (pattern.equals("*")) {
            return regex(".+");
        }
        if (pattern.startsWith("*")) {
            var suffix = pattern.substring(1);
            return prefix.isEmpty()
                    ? StringMatcher.newBuilder().setSuffix(suffix).build()
                    : regex(prefix + ".*" + literal(suffix));
        }
        if (pattern.endsWith("*")) {
            var start = pattern.substring(0, pattern.length() - 1);
            return StringMatcher.newBuilder().setPrefix(prefix + start).build();
        }
        return StringMatcher.newBuilder().setExact(prefix + pattern).build();
    }

    static StringMatcher regex(String regex) {
        return StringMatcher.newBuilder()
                .setSafeRegex(RegexMatcher.newBuilder().setRegex(regex))
                .build();
    }

    /// The pattern as a part of a regular expression, with every `*` for any text.
    static String quote(String pattern) {
        return Stream.of(pattern.split("\\*", -1))
                .map(TextPattern::literal)
                .collect(Collectors.joining(".*"));
    }

    private static String literal(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }
}
