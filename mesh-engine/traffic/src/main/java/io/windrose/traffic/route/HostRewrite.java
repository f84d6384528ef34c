package io.windrose.traffic.route;

import com.google.re2j.Pattern;
import io.windrose.traffic.match.RequestHead;
import org.jspecify.annotations.Nullable;

/// What the authority becomes on its way to the host.
public sealed interface HostRewrite {

    record Unchanged() implements HostRewrite {}

    record Literal(String host) implements HostRewrite {}

    /// The name of the host that was picked, if it has one.
    record OfTarget() implements HostRewrite {}

    record OfHeader(String header) implements HostRewrite {}

    /// @param by with `$1` for the first group
    record OfPath(Pattern pattern, String by) implements HostRewrite {}

    /// @param by in RE2's notation, `\1` for the first group
    /// @throws IllegalArgumentException if `by` names a group that is not there
    static HostRewrite ofPath(Pattern pattern, String by) {
        return new OfPath(pattern, Substitution.ofRe2(pattern, by));
    }

    /// @param targetName the name of the host that was picked; empty when it has none
    /// @return the authority to send, possibly the one that came
    default String host(RequestHead head, String targetName) {
        return switch (this) {
            case Unchanged() -> head.authority();
            case Literal(var host) -> host;
            case OfTarget() -> targetName.isEmpty() ? head.authority() : targetName;
            case OfHeader(var header) -> orUnchanged(head.header(header), head);
            case OfPath(var pattern, var by) ->
                    pattern.matcher(head.path().substring(0, head.pathLength())).replaceAll(by);
        };
    }

    private static String orUnchanged(@Nullable String value, RequestHead head) {
        return value == null || value.isEmpty() ? head.authority() : value;
    }
}
