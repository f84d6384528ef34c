package io.windrose.conformance.analysis;

import io.windrose.traffic.match.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request of plain HTTP.
///
/// @param headers by names in lower case
record Ask(String method, String authority, String path, Map<String, String> headers, long random)
        implements RequestHead {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT");
    private static final List<String> USERS = List.of("", "ann", "anna", "bob");
    private static final List<String> PATHS =
            List.of("/", "/a", "/a/", "/a/b", "/a/b/c", "/ab", "/ab/c", "/b", "/b/x", "/z");

    /// Points of the 100 between which weights decide.
    private static final List<Long> POINTS = List.of(0L, 45L, 99L);

    /// One of every kind that a condition of [Rules] tells apart, so that what none of these
    /// reaches nothing reaches.
    static List<Ask> all(String authority) {
        var all = new ArrayList<Ask>();
        for (var method : METHODS) {
            for (var user : USERS) {
                var headers = user.isEmpty() ? Map.<String, String>of() : Map.of("x-user", user);
                for (var path : PATHS) {
                    POINTS.forEach(at -> all.add(new Ask(method, authority, path, headers, at)));
                }
            }
        }
        return all;
    }

    @Override
    public String scheme() {
        return "http";
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
