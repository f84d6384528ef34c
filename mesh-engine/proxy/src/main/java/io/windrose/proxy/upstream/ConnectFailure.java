package io.windrose.proxy.upstream;

/// Why no connection could be had.
///
/// @param reason for logs, e.g. `delayed connect error: Connection refused`
public record ConnectFailure(Kind kind, String reason) {
    public enum Kind {
        /// TCP or TLS did not come about.
        REFUSED,
        TIMEOUT,
        /// A circuit breaker is open.
        OVERFLOW
    }

    static final ConnectFailure OVERFLOW = new ConnectFailure(Kind.OVERFLOW, "overflow");
}
