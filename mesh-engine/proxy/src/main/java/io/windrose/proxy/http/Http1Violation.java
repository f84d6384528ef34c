package io.windrose.proxy.http;

/// Bytes that are not the HTTP/1.1 we accept; the connection cannot be read any further.
///
/// Carries no stack trace: it tells of the peer, not of our code.
final class Http1Violation extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;

    /// @param status what a server answers: 400, 426, 431 or 501
    Http1Violation(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Http1Violation badRequest(String message) {
        return new Http1Violation(400, message);
    }

    int status() {
        return status;
    }

    String details() {
        return String.valueOf(getMessage());
    }
}
