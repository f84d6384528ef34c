package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a request may take. Zero means for ever, null that the route does not say.
///
/// @param total from the end of the request to the end of the response, all attempts together
/// @param grpcTotalLimit for gRPC, [#total] is what the client asks for, up to this limit
/// @param idle without a byte in either direction; null leaves it to the connection's setting
/// @param stream from the first byte of the request to the last of the response
/// @param grpcStreamLimit for gRPC, [#stream] is what the client asks for, up to this limit
public record RouteTimeouts(
        Duration total,
        @Nullable Duration grpcTotalLimit,
        @Nullable Duration idle,
        @Nullable Duration stream,
        @Nullable Duration grpcStreamLimit) {

    /// Envoy's timeout for a route that says nothing.
    public static final Duration DEFAULT_TOTAL = Duration.ofSeconds(15);

    public static RouteTimeouts total(Duration total) {
        return new RouteTimeouts(total, null, null, null, null);
    }

    /// [#total] for this request.
    public Duration total(RequestHead head) {
        if (grpcTotalLimit == null || !Grpc.isRequest(head)) {
            return total;
        }
        var asked = Grpc.timeout(head);
        return limited(asked == null ? Duration.ZERO : asked, grpcTotalLimit);
    }

    /// [#stream] for this request; null leaves it to the connection's setting.
    public @Nullable Duration stream(RequestHead head) {
        if (grpcStreamLimit == null || !Grpc.isRequest(head)) {
            return stream;
        }
        var asked = Grpc.timeout(head);
        return asked == null ? stream : limited(asked, grpcStreamLimit);
    }

    private static Duration limited(Duration asked, Duration limit) {
        if (limit.isZero()) {
            return asked;
        }
        return asked.isZero() || asked.compareTo(limit) > 0 ? limit : asked;
    }
}
