package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What gRPC puts into the head of a request.
///
/// @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">gRPC over
///   HTTP/2</a>
public final class Grpc {
    private static final String CONTENT_TYPE = "application/grpc";
    private static final int MAX_TIMEOUT_DIGITS = 8;

    private Grpc() {}

    /// `application/grpc` with nothing, `+` or `;` behind it.
    public static boolean isRequest(RequestHead head) {
        var type = head.header("content-type");
        if (type == null || !type.startsWith(CONTENT_TYPE)) {
            return false;
        }
        return type.length() == CONTENT_TYPE.length()
                || type.charAt(CONTENT_TYPE.length()) == '+'
                || type.charAt(CONTENT_TYPE.length()) == ';';
    }

    /// @return the header `grpc-timeout`; null when it is absent or not well formed
    public static @Nullable Duration timeout(RequestHead head) {
        var text = head.header("grpc-timeout");
        if (text == null || text.length() < 2 || text.length() > MAX_TIMEOUT_DIGITS + 1) {
            return null;
        }
        long amount = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            amount = amount * 10 + digit;
        }
        return switch (text.charAt(text.length() - 1)) {
            case 'H' -> Duration.ofHours(amount);
            case 'M' -> Duration.ofMinutes(amount);
            case 'S' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMillis(amount);
            case 'u' -> Duration.ofNanos(amount * 1_000);
            case 'n' -> Duration.ofNanos(amount);
            default -> null;
        };
    }
}
