package io.windrose.traffic.header;

import org.jspecify.annotations.Nullable;

/// The headers of a message, open for change. Names are in lower case.
public interface HeaderEditor {

    /// @return the value, several joined by `,`; null when the header is absent
    @Nullable String get(String name);

    /// Replaces all values of `name`, or adds the first.
    void set(String name, String value);

    /// Adds a value beside those that are there.
    void add(String name, String value);

    void remove(String name);
}
