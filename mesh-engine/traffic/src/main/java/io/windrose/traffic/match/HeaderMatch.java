package io.windrose.traffic.match;

import org.jspecify.annotations.Nullable;

/// A condition on one header or pseudo header of a request.
///
/// A missing header fails every test of its value, also the inverted one; only [Test.Present] looks
/// at absence.
///
/// @param name in lower case; `:method`, `:path`, `:authority`, `:scheme` are understood
/// @param invert the test must fail instead
/// @param missingIsEmpty a missing header counts as one with an empty value
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a>
///   `source/common/http/header_utility.h`
public record HeaderMatch(String name, Test test, boolean invert, boolean missingIsEmpty) {

    /// What is asked of the header.
    public sealed interface Test {

        record Text(StringMatch match) implements Test {}

        /// @param start the smallest number that passes
        /// @param end the smallest number above that does not pass any more
        record Range(long start, long end) implements Test {}

        /// @param expected false asks for absence
        record Present(boolean expected) implements Test {}
    }

    public static HeaderMatch exact(String name, String value) {
        return new HeaderMatch(name, new Test.Text(StringMatch.exact(value)), false, false);
    }

    /// All of `matches`; true when there are none.
    public static boolean all(HeaderMatch[] matches, RequestHead head) {
        for (HeaderMatch match : matches) {
            if (!match.matches(head)) {
                return false;
            }
        }
        return true;
    }

    public boolean matches(RequestHead head) {
        return matchesValue(value(head));
    }

    /// The same for a header that has already been looked up, e.g. one of a response.
    public boolean matchesValue(@Nullable String found) {
        if (test instanceof Test.Present(var expected)) {
            return (found != null) == expected != invert;
        }
        if (found == null && !missingIsEmpty) {
            return false;
        }
        var value = found == null ? "" : found;
        return switch (test) {
            case Test.Text(var match) -> match.matches(value) != invert;
            case Test.Range(var start, var end) -> inRange(value, start, end) != invert;
            case Test.Present _ -> false;
        };
    }

    private @Nullable String value(RequestHead head) {
        if (name.charAt(0) != ':') {
            return head.header(name);
        }
        return switch (name) {
            case ":method" -> head.method();
            case ":path" -> head.path();
            case ":authority" -> head.authority();
            case ":scheme" -> head.scheme();
            default -> null;
        };
    }

    private static boolean inRange(String value, long start, long end) {
        try {
            long number = Long.parseLong(value);
            return number >= start && number < end;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
