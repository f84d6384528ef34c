package io.windrose.traffic.tls;

/// Where a piece of PEM text comes from when no secret service delivers it.
public sealed interface DataSource {

    /// @param path as written; relative to the working directory
    record File(String path) implements DataSource {}

    record Inline(String text) implements DataSource {}

    /// @param variable of the process environment
    record Environment(String variable) implements DataSource {}
}
