package io.windrose.proxy.tcp;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.exchange.PeerHeaders;

/// Istio's metadata exchange over TCP: one frame in front of each direction's first byte, on
/// connections whose TLS agreed on [#ALPN] and on no others.
///
/// @see <a href="https://github.com/istio/proxy">Istio's proxy</a>
///   `source/extensions/filters/network/metadata_exchange`
final class PeerFrame {
    static final String ALPN = "istio-peer-exchange";
    private static final int MAGIC = 0x3D230467;
    private static final int PREFIX = 8;
    private static final int MAX_LENGTH = 64 * 1024;

    /// What the beginning of a stream turned out to be.
    sealed interface Read {
        record MoreNeeded() implements Read {}

        /// The frame has been taken off the front.
        record Introduced(PeerMetadata peer) implements Read {}

        /// There is no frame: all of it is data.
        record Anonymous() implements Read {}
    }

    private PeerFrame() {}

    static ByteBuf encode(PeerHeaders ours) {
        var content =
                Struct.newBuilder()
                        .putFields(
                                PeerHeaders.METADATA.toString(),
                                Value.newBuilder().setStructValue(ours.struct()).build())
                        .putFields(
                                PeerHeaders.ID.toString(),
                                Value.newBuilder().setStringValue(ours.id()).build())
                        .build();
        var bytes = Any.pack(content).toByteArray();
        return Unpooled.buffer(PREFIX + bytes.length)
                .writeInt(MAGIC)
                .writeInt(bytes.length)
                .writeBytes(bytes);
    }

    static Read read(ByteBuf in) {
        if (in.readableBytes() < PREFIX) {
            return new Read.MoreNeeded();
        }
        int length = in.getInt(in.readerIndex() + Integer.BYTES);
        if (in.getInt(in.readerIndex()) != MAGIC || length < 0 || length > MAX_LENGTH) {
            return new Read.Anonymous();
        }
        if (in.readableBytes() < PREFIX + length) {
            return new Read.MoreNeeded();
        }
        var bytes = new byte[length];
        in.skipBytes(PREFIX).readBytes(bytes);
        return new Read.Introduced(decode(bytes));
    }

    private static PeerMetadata decode(byte[] bytes) {
        try {
            var content = Any.parseFrom(bytes).unpack(Struct.class);
            return PeerHeaders.of(
                    content.getFieldsOrDefault(
                                    PeerHeaders.METADATA.toString(), Value.getDefaultInstance())
                            .getStructValue());
        } catch (InvalidProtocolBufferException e) {
            return PeerMetadata.UNKNOWN; // well framed, but not what Istio puts there
        }
    }
}
