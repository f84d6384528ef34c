package io.windrose.proxy.http;

/// Why a stream ended before its messages did.
///
/// @param detail one phrase for logs; may be empty
public record StreamReset(Kind kind, String detail) {

    public enum Kind {
        /// The connection under it closed.
        CONNECTION_CLOSED,
        /// The other end reset this stream alone.
        REMOTE,
        /// The other end refused it before doing anything: safe to send again.
        REFUSED,
        /// What the other end sent is no HTTP.
        PROTOCOL_ERROR,
        /// We ended it.
        LOCAL
    }

    public static final StreamReset LOCAL = new StreamReset(Kind.LOCAL, "");

    public static StreamReset closed(String detail) {
        return new StreamReset(Kind.CONNECTION_CLOSED, detail);
    }

    public static StreamReset protocolError(String detail) {
        return new StreamReset(Kind.PROTOCOL_ERROR, detail);
    }
}
