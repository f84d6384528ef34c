package io.windrose.proxy.exchange;

import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.telemetry.ResponseFlags;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An answer that the proxy gives by itself, in Envoy's words: people and tests search for them.
///
/// @param body cannot be written to; empty for none
/// @param details Envoy's response code details
/// @param headers besides those of the body
record LocalReply(
        int status, ByteBuffer body, String details, ResponseFlags flags, Headers headers) {
    static final LocalReply NO_ROUTE = of(404, "", "route_not_found", ResponseFlag.NO_ROUTE_FOUND);
    static final LocalReply NO_HEALTHY_UPSTREAM =
            of(503, "no healthy upstream", "no_healthy_upstream", ResponseFlag.NO_HEALTHY_UPSTREAM);
    static final LocalReply TIMEOUT =
            of(
                    504,
                    "upstream request timeout",
                    "response_timeout",
                    ResponseFlag.UPSTREAM_REQUEST_TIMEOUT);
    static final LocalReply ATTEMPT_TIMEOUT =
            of(
                    504,
                    "upstream request timeout",
                    "upstream_per_try_timeout",
                    ResponseFlag.UPSTREAM_REQUEST_TIMEOUT);
    static final LocalReply STREAM_TIMEOUT =
            of(
                    504,
                    "upstream max stream duration reached",
                    "upstream_max_stream_duration_reached",
                    ResponseFlag.UPSTREAM_MAX_STREAM_DURATION_REACHED);
    static final LocalReply REQUEST_TIMEOUT =
            new LocalReply(408, "request timeout", "request_overall_timeout");
    static final LocalReply IDLE =
            of(408, "stream timeout", "stream_idle_timeout", ResponseFlag.STREAM_IDLE_TIMEOUT);
    static final LocalReply BAD_PATH =
            of(400, "", "path_normalization_failed", ResponseFlag.DOWNSTREAM_PROTOCOL_ERROR);
    static final LocalReply NO_UPGRADE = new LocalReply(403, "", "upgrade_failed");

    LocalReply(int status, ByteBuffer body, String details) {
        this(status, body, details, ResponseFlags.NONE, new Headers());
    }

    LocalReply(int status, String body, String details) {
        this(status, bytes(body), details);
    }

    static LocalReply of(int status, String body, String details, ResponseFlag flag) {
        return new LocalReply(status, bytes(body), details, ResponseFlags.of(flag), new Headers());
    }

    private static ByteBuffer bytes(String text) {
        return StandardCharsets.UTF_8.encode(text).asReadOnlyBuffer();
    }

    static LocalReply denied(String details) {
        return new LocalReply(403, "RBAC: access denied", details);
    }

    static LocalReply noCluster(int status) {
        return of(status, "", "cluster_not_found", ResponseFlag.NO_CLUSTER_FOUND);
    }

    /// The number of the gRPC status that stands for an HTTP status.
    ///
    /// @see <a
    ///   href="https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md">gRPC</a>
    static int grpcStatus(int httpStatus) {
        return switch (httpStatus) {
            case 400 -> 13;
            case 401 -> 16;
            case 403 -> 7;
            case 404 -> 12;
            case 429, 502, 503, 504 -> 14;
            default -> 2;
        };
    }

    /// The head for a client of plain HTTP.
    Headers plainHeaders(int bodyLength) {
        var all = headers.copy();
        if (bodyLength > 0) {
            all.set(HeaderNames.CONTENT_LENGTH, Integer.toString(bodyLength));
            if (!all.contains(HeaderNames.CONTENT_TYPE)) {
                all.set(HeaderNames.CONTENT_TYPE, "text/plain");
            }
        }
        return all;
    }

    /// The head for a client of gRPC, which looks for errors in headers and always expects 200.
    Headers grpcHeaders(int grpcStatus) {
        var all = headers.copy();
        all.set(HeaderNames.CONTENT_TYPE, "application/grpc");
        all.set(HeaderNames.GRPC_STATUS, Integer.toString(grpcStatus));
        if (body.hasRemaining()) {
            all.set(HeaderNames.GRPC_MESSAGE, percentEncoded(body.duplicate()));
        }
        return all;
    }

    private static String percentEncoded(ByteBuffer text) {
        var encoded = new StringBuilder();
        while (text.hasRemaining()) {
            byte b = text.get();
            if (b < ' ' || b > '~' || b == '%') {
                encoded.append('%').append(String.format("%02X", b & 0xff));
            } else {
                encoded.append((char) b);
            }
        }
        return encoded.toString();
    }
}
