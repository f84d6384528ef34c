package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Headers;
import io.windrose.traffic.header.HeaderEditor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message's headers as configured changes see them.
record HeaderFields(Headers headers) implements HeaderEditor {

    @Override
    public @Nullable String get(String name) {
        return headers.joined(key(name));
    }

    @Override
    public void set(String name, String value) {
        headers.set(key(name), value);
    }

    @Override
    public void add(String name, String value) {
        headers.add(key(name), value);
    }

    @Override
    public void remove(String name) {
        headers.remove(key(name));
    }

    private static AsciiString key(String name) {
        return AsciiString.of(name.toLowerCase(Locale.ROOT));
    }
}
