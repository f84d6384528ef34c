package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;

/// Writes one HTTP/1.1 message after another onto a channel, without flushing.
///
/// A message with neither `content-length` nor an end in sight goes out in chunks.
final class Http1Writer {
    private static final byte[] VERSION = bytes("HTTP/1.1 ");
    private static final byte[] REQUEST_LINE_END = bytes(" HTTP/1.1\r\nhost: ");
    private static final byte[] CHUNKED = bytes("transfer-encoding: chunked\r\n");
    private static final byte[] NO_BODY = bytes("content-length: 0\r\n");
    private static final byte[] LAST_CHUNK = bytes("0\r\n\r\n");
    private static final byte[] LAST_CHUNK_AFTER_DATA = bytes("\r\n0\r\n\r\n");
    private static final int CRLF = '\r' << 8 | '\n';
    private static final int COLON_SPACE = ':' << 8 | ' ';
    private static final int LINE_ROOM = 32;

    private final Channel channel;
    private boolean chunked;
    private long sent;

    Http1Writer(Channel channel) {
        this.channel = channel;
    }

    /// Bytes written since the last head began, that head included.
    long sent() {
        return sent;
    }

    /// @param last without body; a method that usually has one then says `content-length: 0`
    void request(Head.Request head, boolean last, boolean raw) {
        var out = buffer(head.headers(), head.path().length() + head.authority().length());
        write(out, head.method());
        out.writeByte(' ');
        write(out, head.path());
        out.writeBytes(REQUEST_LINE_END);
        write(out, head.authority());
        out.writeShort(CRLF);
        boolean sized = raw || head.headers().contains(HeaderNames.CONTENT_LENGTH);
        boolean empty = last && !sized && !isUsuallyBodiless(head.method());
        fieldsAndSend(out, head.headers(), !last && !sized, empty);
    }

    private static boolean isUsuallyBodiless(AsciiString method) {
        return switch (method.toString()) {
            case "GET", "HEAD", "DELETE", "TRACE", "CONNECT" -> true;
            default -> false;
        };
    }

    /// An answer to HEAD says of its body what an answer to GET would say.
    ///
    /// @param bodiless the answer to HEAD, 204, 304 or an informational head: never a body
    /// @param close the body ends with the connection; for HTTP/1.0 clients and after an upgrade
    void response(Head.Response head, boolean last, boolean bodiless, boolean close) {
        var out = buffer(head.headers(), 0);
        out.writeBytes(VERSION);
        var status = HttpResponseStatus.valueOf(head.status());
        write(out, status.codeAsText());
        out.writeByte(' ');
        ByteBufUtil.writeAscii(out, status.reasonPhrase());
        out.writeShort(CRLF);
        boolean never = head.isInformational() || head.status() == 204 || head.status() == 304;
        boolean sized = never || close || head.headers().contains(HeaderNames.CONTENT_LENGTH);
        boolean inChunks = !sized && (bodiless || !last);
        fieldsAndSend(out, head.headers(), inChunks, !sized && !inChunks);
        chunked = inChunks && !bodiless;
    }

    private ByteBuf buffer(Headers headers, int more) {
        sent = 0;
        int lines = 4 * headers.size();
        return channel.alloc().directBuffer(headers.bytes() + lines + more + 3 * LINE_ROOM);
    }

    private void fieldsAndSend(ByteBuf out, Headers headers, boolean inChunks, boolean empty) {
        for (int i = 0; i < headers.size(); i++) {
            write(out, headers.name(i));
            out.writeShort(COLON_SPACE);
            write(out, headers.value(i));
            out.writeShort(CRLF);
        }
        chunked = inChunks;
        if (inChunks) {
            out.writeBytes(CHUNKED);
        } else if (empty) {
            out.writeBytes(NO_BODY);
        }
        out.writeShort(CRLF);
        send(out);
    }

    void data(ByteBuf data, boolean last) {
        int length = data.readableBytes();
        if (!chunked) {
            if (length == 0) {
                data.release();
            } else {
                send(data);
            }
            return;
        }
        if (length == 0) {
            data.release();
            if (last) {
                send(channel.alloc().directBuffer(LAST_CHUNK.length).writeBytes(LAST_CHUNK));
            }
            return;
        }
        var size = channel.alloc().directBuffer(16);
        ByteBufUtil.writeAscii(size, Integer.toHexString(length));
        send(size.writeShort(CRLF));
        send(data);
        var end = channel.alloc().directBuffer(LAST_CHUNK_AFTER_DATA.length);
        send(last ? end.writeBytes(LAST_CHUNK_AFTER_DATA) : end.writeShort(CRLF));
    }

    private void send(ByteBuf bytes) {
        sent += bytes.readableBytes();
        var _ = channel.write(bytes, channel.voidPromise()); // a failure closes the channel
    }

    private static void write(ByteBuf out, AsciiString text) {
        out.writeBytes(text.array(), text.arrayOffset(), text.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
