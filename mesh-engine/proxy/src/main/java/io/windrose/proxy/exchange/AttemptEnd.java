package io.windrose.proxy.exchange;

import io.windrose.proxy.http.StreamReset;
import io.windrose.proxy.upstream.ConnectFailure;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.traffic.retry.AttemptFailure;

/// How an attempt failed, in the words that each audience uses.
///
/// @param status what the client gets if nobody tries again
/// @param reason Envoy's name of the reset, as its answer's body says it
/// @param transport why the transport failed; empty when it is not its fault
record AttemptEnd(
        AttemptFailure failure, int status, ResponseFlag flag, String reason, String transport) {
    static final AttemptEnd TIMEOUT =
            new AttemptEnd(
                    AttemptFailure.ATTEMPT_TIMEOUT,
                    504,
                    ResponseFlag.UPSTREAM_REQUEST_TIMEOUT,
                    "per try timeout",
                    "");

    static final AttemptEnd OVERFLOW =
            new AttemptEnd(
                    AttemptFailure.OVERFLOW, 503, ResponseFlag.UPSTREAM_OVERFLOW, "overflow", "");

    static AttemptEnd of(ConnectFailure failure) {
        return switch (failure.kind()) {
            case OVERFLOW -> OVERFLOW;
            case TIMEOUT ->
                    new AttemptEnd(
                            AttemptFailure.CONNECT,
                            503,
                            ResponseFlag.UPSTREAM_CONNECTION_FAILURE,
                            "connection timeout",
                            "");
            case REFUSED ->
                    new AttemptEnd(
                            AttemptFailure.CONNECT,
                            503,
                            ResponseFlag.UPSTREAM_CONNECTION_FAILURE,
                            "remote connection failure",
                            failure.reason());
        };
    }

    static AttemptEnd of(StreamReset reset) {
        return switch (reset.kind()) {
            case CONNECTION_CLOSED ->
                    new AttemptEnd(
                            AttemptFailure.RESET,
                            503,
                            ResponseFlag.UPSTREAM_CONNECTION_TERMINATION,
                            "connection termination",
                            "");
            case REMOTE ->
                    new AttemptEnd(
                            AttemptFailure.RESET,
                            503,
                            ResponseFlag.UPSTREAM_REMOTE_RESET,
                            "remote reset",
                            "");
            case REFUSED ->
                    new AttemptEnd(
                            AttemptFailure.REFUSED_STREAM,
                            503,
                            ResponseFlag.UPSTREAM_REMOTE_RESET,
                            "remote refused stream reset",
                            "");
            case PROTOCOL_ERROR ->
                    new AttemptEnd(
                            AttemptFailure.RESET,
                            502,
                            ResponseFlag.UPSTREAM_PROTOCOL_ERROR,
                            "protocol error",
                            "");
            case LOCAL ->
                    new AttemptEnd(
                            AttemptFailure.RESET, 503, ResponseFlag.LOCAL_RESET, "local reset", "");
        };
    }

    /// @param repeated whether this was not the first attempt
    LocalReply reply(boolean repeated) {
        if (failure == AttemptFailure.ATTEMPT_TIMEOUT) {
            return LocalReply.ATTEMPT_TIMEOUT;
        }
        var body =
                "upstream connect error or disconnect/reset before headers. "
                        + (repeated ? "retried and the latest " : "")
                        + "reset reason: "
                        + reason;
        var reply = LocalReply.of(status, body, details("before"), flag);
        if (failure == AttemptFailure.OVERFLOW) {
            reply.headers().set(EnvoyHeaders.OVERLOADED, "true");
        }
        return reply;
    }

    /// @param when `before` or `after` the response had begun
    String details(String when) {
        var what = transport.isEmpty() ? reason : reason + "|" + transport;
        return ("upstream_reset_" + when + "_response_started{" + what + "}").replace(' ', '_');
    }
}
