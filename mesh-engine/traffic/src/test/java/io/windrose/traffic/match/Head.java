package io.windrose.traffic.match;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request for tests.
public record Head(
        String method,
        String scheme,
        String authority,
        String path,
        Map<String, String> headers,
        long random)
        implements RequestHead {

    public static Head get(String authority, String path) {
        return new Head("GET", "http", authority, path, Map.of(), 0);
    }

    public Head with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Head(method, scheme, authority, path, more, random);
    }

    public Head withMethod(String newMethod) {
        return new Head(newMethod, scheme, authority, path, headers, random);
    }

    public Head withScheme(String newScheme) {
        return new Head(method, newScheme, authority, path, headers, random);
    }

    public Head withRandom(long newRandom) {
        return new Head(method, scheme, authority, path, headers, newRandom);
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
