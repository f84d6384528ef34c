package io.windrose.config.resource;

/// A condition on a text.
public sealed interface StringMatch {

    record Exact(String value) implements StringMatch {}

    record Prefix(String value) implements StringMatch {}

    /// @param pattern RE2; the whole text must match
    record Regex(String pattern) implements StringMatch {}

    /// Any value will do, also an empty one; written as `{}`. Headers and query parameters only.
    record Present() implements StringMatch {}
}
