package io.windrose.traffic.match;

import org.jspecify.annotations.Nullable;

/// The head on a connection that carries no HTTP: every text is empty, every header absent.
public enum NoRequest implements RequestHead {
    HEAD;

    @Override
    public String method() {
        return "";
    }

    @Override
    public String scheme() {
        return "";
    }

    @Override
    public String authority() {
        return "";
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public @Nullable String header(String name) {
        return null;
    }

    @Override
    public long random() {
        return 0;
    }
}
