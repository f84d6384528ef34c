package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;

/// Counts the messages in one direction of a gRPC call without touching them: five bytes of flag
/// and length, then the message.
final class GrpcMessages {
    private static final int PREFIX = 5;

    private long count;
    private int prefixSeen;
    private long length;
    private long toSkip;

    long count() {
        return count;
    }

    void see(ByteBuf data) {
        int at = data.readerIndex();
        int end = data.writerIndex();
        while (at < end) {
            if (toSkip > 0) {
                int step = (int) Math.min(toSkip, end - at);
                toSkip -= step;
                at += step;
                continue;
            }
            int b = data.getUnsignedByte(at++);
            length = prefixSeen == 0 ? 0 : length << 8 | b;
            if (++prefixSeen == PREFIX) {
                prefixSeen = 0;
                toSkip = length;
                count++;
            }
        }
    }
}
