package io.windrose.proxy.listener;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Tells by a connection's first bytes whether HTTP is spoken in the clear, and which.
final class HttpGlance {
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LINE = 8 * 1024;
    private static final String HTTP_1 = "HTTP/1.";

    private HttpGlance() {}

    /// Whether HTTP/2 begins here; null while that is open.
    static @Nullable Boolean isPreface(ByteBuf in) {
        int length = Math.min(in.readableBytes(), PREFACE.length);
        for (int i = 0; i < length; i++) {
            if (in.getByte(in.readerIndex() + i) != PREFACE[i]) {
                return false;
            }
        }
        return length == PREFACE.length ? true : null;
    }

    /// @return `http/1.0`, `http/1.1`, `h2c`, empty for anything else; null while that is open
    static @Nullable String version(ByteBuf in) {
        var preface = isPreface(in);
        if (preface == null) {
            return null;
        }
        if (preface) {
            return "h2c";
        }
        int lineFeed = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
        if (lineFeed < 0) {
            return mayBeRequestLine(in) ? null : "";
        }
        var line =
                in.toString(
                                in.readerIndex(),
                                lineFeed - in.readerIndex(),
                                StandardCharsets.ISO_8859_1)
                        .stripTrailing();
        int version = line.lastIndexOf(' ') + 1;
        if (version == 0 || !line.startsWith(HTTP_1, version)) {
            return "";
        }
        return line.endsWith(".0") ? "http/1.0" : "http/1.1";
    }

    /// A request line begins with a method in capital letters.
    private static boolean mayBeRequestLine(ByteBuf in) {
        if (in.readableBytes() > MAX_LINE) {
            return false;
        }
        for (int at = in.readerIndex(); at < in.writerIndex(); at++) {
            byte c = in.getByte(at);
            if (c == ' ') {
                return at > in.readerIndex();
            }
            if ((c < 'A' || c > 'Z') && c != '-') {
                return false;
            }
        }
        return true;
    }
}
