package io.windrose.traffic.match;

import com.google.re2j.Pattern;

/// A condition on one text.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/api-v3/type/matcher/v3/string.proto">StringMatcher</a>
public sealed interface StringMatch {

    record Exact(String value, boolean ignoreCase) implements StringMatch {}

    record Prefix(String value, boolean ignoreCase) implements StringMatch {}

    record Suffix(String value, boolean ignoreCase) implements StringMatch {}

    record Contains(String value, boolean ignoreCase) implements StringMatch {}

    /// The whole text must match, by RE2's rules.
    record Regex(Pattern pattern) implements StringMatch {
        public String text() {
            return pattern.pattern();
        }
    }

    static StringMatch exact(String value) {
        return new Exact(value, false);
    }

    static StringMatch prefix(String value) {
        return new Prefix(value, false);
    }

    static StringMatch suffix(String value) {
        return new Suffix(value, false);
    }

    /// A pattern without metacharacters becomes an exact match, which costs a tenth.
    ///
    /// @throws com.google.re2j.PatternSyntaxException if `regex` is not RE2
    static StringMatch regex(String regex) {
        var pattern = Pattern.compile(regex, Pattern.DISABLE_UNICODE_GROUPS);
        return isLiteral(regex) ? exact(regex) : new Regex(pattern);
    }

    default boolean matches(String text) {
        return matches(text, text.length());
    }

    /// Whether the first `length` characters of `text` match.
    default boolean matches(String text, int length) {
        return switch (this) {
            case Exact(var value, var ignoreCase) ->
                    length == value.length() && text.regionMatches(ignoreCase, 0, value, 0, length);
            case Prefix(var value, var ignoreCase) ->
                    length >= value.length()
                            && text.regionMatches(ignoreCase, 0, value, 0, value.length());
            case Suffix(var value, var ignoreCase) ->
                    length >= value.length()
                            && text.regionMatches(
                                    ignoreCase, length - value.length(), value, 0, value.length());
            case Contains(var value, var ignoreCase) -> contains(text, length, value, ignoreCase);
            case Regex(var pattern) ->
                    pattern.matches(length == text.length() ? text : text.substring(0, length));
        };
    }

    private static boolean contains(String text, int length, String value, boolean ignoreCase) {
        for (int start = 0; start <= length - value.length(); start++) {
            if (text.regionMatches(ignoreCase, start, value, 0, value.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLiteral(String regex) {
        return regex.chars().noneMatch(c -> "\\^$.|?*+()[]{}".indexOf(c) >= 0);
    }
}
