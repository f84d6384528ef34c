package io.windrose.proxy.listener;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads server name and ALPN offer out of a TLS ClientHello without consuming it.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2">RFC 8446, ClientHello</a>
final class ClientHello {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RECORD_HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    private static final int VERSION_AND_RANDOM = 34;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;

    /// Envoy's limit.
    private static final int MAX_BYTES = 16 * 1024;

    /// What has been read of the beginning.
    sealed interface Read {
        record MoreNeeded() implements Read {}

        record NotTls() implements Read {}

        record Found(Glimpse glimpse) implements Read {}
    }

    private ClientHello() {}

    static Read read(ByteBuf in) {
        if (!in.isReadable()) {
            return new Read.MoreNeeded();
        }
        if (in.getUnsignedByte(in.readerIndex()) != HANDSHAKE) {
            return new Read.NotTls();
        }
        if (in.readableBytes() >= 2 && in.getUnsignedByte(in.readerIndex() + 1) != 3) {
            return new Read.NotTls();
        }
        try {
            var hello = hello(in);
            if (hello == null) {
                return in.readableBytes() > MAX_BYTES ? new Read.NotTls() : new Read.MoreNeeded();
            }
            return new Read.Found(glimpse(hello));
        } catch (IndexOutOfBoundsException e) {
            return new Read.NotTls(); // its lengths contradict one another
        }
    }

    /// The message, put together from as many records as it takes; null while it is incomplete.
    private static @Nullable ByteBuf hello(ByteBuf in) {
        var whole = Unpooled.buffer();
        int at = in.readerIndex();
        while (in.writerIndex() - at >= RECORD_HEADER) {
            int length = in.getUnsignedShort(at + 3);
            int present = Math.min(length, in.writerIndex() - at - RECORD_HEADER);
            if (in.getUnsignedByte(at) != HANDSHAKE) {
                throw new IndexOutOfBoundsException("another record amid a ClientHello");
            }
            whole.writeBytes(in, at + RECORD_HEADER, present);
            at += RECORD_HEADER + length;
            if (whole.readableBytes() >= MESSAGE_HEADER) {
                if (whole.getUnsignedByte(0) != CLIENT_HELLO) {
                    throw new IndexOutOfBoundsException("not a ClientHello");
                }
                int message = whole.getUnsignedMedium(1);
                if (whole.readableBytes() >= MESSAGE_HEADER + message) {
                    return whole.slice(MESSAGE_HEADER, message);
                }
            }
            if (present < length) {
                return null;
            }
        }
        return null;
    }

    private static Glimpse glimpse(ByteBuf hello) {
        hello.skipBytes(VERSION_AND_RANDOM);
        hello.skipBytes(hello.readUnsignedByte()); // session id
        hello.skipBytes(hello.readUnsignedShort()); // cipher suites
        hello.skipBytes(hello.readUnsignedByte()); // compression methods
        var serverName = "";
        List<String> alpn = List.of();
        if (hello.isReadable()) {
            var extensions = hello.readSlice(hello.readUnsignedShort());
            while (extensions.isReadable()) {
                int type = extensions.readUnsignedShort();
                var body = extensions.readSlice(extensions.readUnsignedShort());
                if (type == SERVER_NAME && body.isReadable()) {
                    serverName = serverName(body);
                } else if (type == ALPN) {
                    alpn = protocols(body);
                }
            }
        }
        return Glimpse.tls(serverName, alpn);
    }

    private static String serverName(ByteBuf body) {
        body.skipBytes(2); // length of the list, which ever has one entry
        body.skipBytes(1); // type: host name
        int length = body.readUnsignedShort();
        return body.readCharSequence(length, StandardCharsets.US_ASCII)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> protocols(ByteBuf body) {
        var protocols = new ArrayList<String>();
        body.skipBytes(2);
        while (body.isReadable()) {
            int length = body.readUnsignedByte();
            protocols.add(body.readCharSequence(length, StandardCharsets.US_ASCII).toString());
        }
        return protocols;
    }
}
