package io.windrose.traffic.route;

import com.google.re2j.Pattern;
import io.windrose.traffic.match.RequestHead;

/// What the path becomes on its way to the host; the query stays.
public sealed interface PathRewrite {

    record Unchanged() implements PathRewrite {}

    /// @param replaced how many characters of the path give way; -1 for all but the query
    record Prefix(int replaced, String by) implements PathRewrite {}

    /// @param by with `$1` for the first group
    record Regex(Pattern pattern, String by) implements PathRewrite {}

    /// @param by in RE2's notation, `\1` for the first group
    /// @throws IllegalArgumentException if `by` names a group that is not there
    static PathRewrite regex(Pattern pattern, String by) {
        return new Regex(pattern, Substitution.ofRe2(pattern, by));
    }

    /// @return the path with its query; the very same text when nothing changes
    default String path(RequestHead head) {
        var path = head.path();
        return switch (this) {
            case Unchanged() -> path;
            case Prefix(var replaced, var by) ->
                    by + path.substring(replaced < 0 ? head.pathLength() : replaced);
            case Regex(var pattern, var by) -> {
                int end = head.pathLength();
                yield pattern.matcher(path.substring(0, end)).replaceAll(by) + path.substring(end);
            }
        };
    }
}
