package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.AsciiString;

/// One request on an [Http1ClientConnection].
final class Http1ClientStream implements HttpStream {
    private static final AsciiString UPGRADE_VALUE = AsciiString.cached("upgrade");

    private final Http1ClientConnection connection;
    private final Channel channel;
    private final StreamListener listener;
    private final Http1Writer writer;
    private final TurnFlush flush;
    private boolean toHead;
    private boolean upgrade;
    private boolean sent;
    private boolean over;
    private boolean reading = true;
    private long received;

    Http1ClientStream(Http1ClientConnection connection, Channel channel, StreamListener listener) {
        this.connection = connection;
        this.channel = channel;
        this.listener = listener;
        writer = new Http1Writer(channel);
        flush = new TurnFlush(channel);
    }

    @Override
    public void head(Head head, boolean last) {
        if (over || !(head instanceof Head.Request request)) {
            return;
        }
        toHead = request.isHead();
        upgrade = request.headers().contains(HeaderNames.UPGRADE);
        if (upgrade) {
            request.headers().set(HeaderNames.CONNECTION, UPGRADE_VALUE);
        }
        writer.request(request, last, upgrade);
        written(last);
    }

    @Override
    public void data(ByteBuf data, boolean last) {
        if (over || sent) {
            data.release();
            return;
        }
        writer.data(data, last);
        written(last);
    }

    @Override
    public void trailers(Headers trailers) {
        data(Unpooled.EMPTY_BUFFER, true);
    }

    private void written(boolean last) {
        sent |= last;
        flush.ask();
    }

    @Override
    public void reset(StreamReset reason) {
        if (!over) {
            over = true;
            connection.abandoned();
        }
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public void reading(boolean wanted) {
        if (reading != wanted && !over) {
            reading = wanted;
            connection.readingChanged();
        }
    }

    @Override
    public long bytesReceived() {
        return received;
    }

    @Override
    public long bytesSent() {
        return writer.sent();
    }

    boolean isToHead() {
        return toHead;
    }

    boolean asksUpgrade() {
        return upgrade;
    }

    boolean isSent() {
        return sent;
    }

    boolean isReading() {
        return reading;
    }

    void received(Head.Response head, boolean last, int bytes) {
        received += bytes;
        over |= last;
        listener.onHead(head, last);
    }

    void received(ByteBuf data, boolean last) {
        received += data.readableBytes();
        if (over) {
            data.release();
            return;
        }
        over |= last;
        listener.onData(data, last);
    }

    void writable() {
        if (!over) {
            listener.onWritable();
        }
    }

    void ended(StreamReset reason) {
        if (!over) {
            over = true;
            listener.onReset(reason);
        }
    }
}
