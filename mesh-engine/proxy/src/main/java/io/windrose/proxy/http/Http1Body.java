package io.windrose.proxy.http;

/// How long the body of an HTTP/1 message is.
sealed interface Http1Body {
    Http1Body NONE = new Fixed(0);

    record Fixed(long length) implements Http1Body {}

    record Chunked() implements Http1Body {}

    /// Responses without length, and both directions after an upgrade.
    record UntilClose() implements Http1Body {}
}
