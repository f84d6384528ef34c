package io.windrose.traffic.match;

import org.jspecify.annotations.Nullable;

/// A condition on one parameter of the query; of several with the same name the first counts. Names
/// and values are compared as sent, without decoding, as Envoy's routes do.
///
/// @param value null asks for presence alone
/// @param expectPresent only read when `value` is null; false asks for absence
public record QueryMatch(String name, @Nullable StringMatch value, boolean expectPresent) {

    public boolean matches(RequestHead head) {
        var found = value(head, name);
        if (value == null) {
            return (found != null) == expectPresent;
        }
        return found != null && value.matches(found);
    }

    /// @return the value, empty for a parameter without `=`, null for a missing parameter
    public static @Nullable String value(RequestHead head, String name) {
        var path = head.path();
        int start = head.pathLength() + 1;
        while (start < path.length()) {
            int end = path.indexOf('&', start);
            if (end < 0) {
                end = path.length();
            }
            int nameEnd = start + name.length();
            if (nameEnd <= end && path.startsWith(name, start)) {
                if (nameEnd == end) {
                    return "";
                }
                if (path.charAt(nameEnd) == '=') {
                    return path.substring(nameEnd + 1, end);
                }
            }
            start = end + 1;
        }
        return null;
    }
}
