package io.windrose.traffic.route;

import com.google.re2j.Pattern;
import io.windrose.traffic.match.RequestHead;

/// A condition on the path without its query.
public sealed interface PathMatch {

    record Exact(String path, boolean ignoreCase) implements PathMatch {}

    record Prefix(String prefix, boolean ignoreCase) implements PathMatch {}

    /// The prefix itself, or anything below it: `/api` covers `/api` and `/api/v1`, not `/apis`.
    record Segments(String prefix, boolean ignoreCase) implements PathMatch {}

    /// The whole path must match, by RE2's rules.
    record Regex(Pattern pattern) implements PathMatch {}

    default boolean matches(RequestHead head) {
        var path = head.path();
        return switch (this) {
            case Prefix(var prefix, var ignoreCase) ->
                    prefix.length() <= head.pathLength()
                            && path.regionMatches(ignoreCase, 0, prefix, 0, prefix.length());
            case Exact(var exact, var ignoreCase) ->
                    exact.length() == head.pathLength()
                            && path.regionMatches(ignoreCase, 0, exact, 0, exact.length());
            case Segments(var prefix, var ignoreCase) -> {
                int length = head.pathLength();
                yield prefix.length() <= length
                        && path.regionMatches(ignoreCase, 0, prefix, 0, prefix.length())
                        && (prefix.length() == length || path.charAt(prefix.length()) == '/');
            }
            case Regex(var pattern) -> pattern.matches(path.substring(0, head.pathLength()));
        };
    }

    /// How many characters of a matched path a rewritten prefix replaces; -1 for all of them.
    default int replacedLength() {
        return switch (this) {
            case Prefix(var prefix, _) -> prefix.length();
            case Segments(var prefix, _) -> prefix.length();
            case Exact _, Regex _ -> -1;
        };
    }
}
