package io.windrose.traffic.retry;

/// How an attempt ended before it had an answer.
public enum AttemptFailure {
    /// No connection came about, its TLS handshake included.
    CONNECT,
    /// The peer refused the stream unseen (HTTP/2 `REFUSED_STREAM`).
    REFUSED_STREAM,
    /// The connection or stream broke before a byte of the request was sent.
    RESET_BEFORE_REQUEST,
    /// It broke later, before the response began.
    RESET,
    /// The time of this attempt was up.
    ATTEMPT_TIMEOUT,
    /// One of our own limits stood in the way; never repeated.
    OVERFLOW
}
