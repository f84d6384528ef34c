package io.windrose.traffic.retry;

/// What can make an attempt worth repeating: the tokens of `retry_on`.
///
/// The conditions for gRPC read the status from response headers only, never from trailers.
public enum RetryCondition {
    SERVER_ERROR("5xx"),
    GATEWAY_ERROR("gateway-error"),
    RESET("reset"),
    RESET_BEFORE_REQUEST("reset-before-request"),
    CONNECT_FAILURE("connect-failure"),
    RATE_LIMITED("envoy-ratelimited"),
    RETRIABLE_4XX("retriable-4xx"),
    REFUSED_STREAM("refused-stream"),
    RETRIABLE_STATUS_CODES("retriable-status-codes"),
    RETRIABLE_HEADERS("retriable-headers"),
    CANCELLED("cancelled"),
    DEADLINE_EXCEEDED("deadline-exceeded"),
    RESOURCE_EXHAUSTED("resource-exhausted"),
    INTERNAL("internal"),
    UNAVAILABLE("unavailable");

    private final String token;

    RetryCondition(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }
}
